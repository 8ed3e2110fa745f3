package ratings.domain.rating.list;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;

/**
 * What is done about a rating.
 *
 * @param by the teammate who said so
 */
public record FollowUp(State state, Optional<String> note, String by, Instant at) {
  private static final int LONGEST_NOTE = 2_000;
  private static final Shape<State> STATE = Shape.oneOf(List.of(State.values()), State::code);

  /** Reads what somebody says of it now; a note may have 2,000 code points. */
  public static Reading<FollowUp> read(Object document, String by, Instant at) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var state = fields.required("state", STATE.read(fields, "state"), State.OPEN);
    var note = fields.text("note", LONGEST_NOTE);
    fields.refuseOthers();
    return Reading.of(violations, () -> new FollowUp(state, note, by, at));
  }

  /** With the note that there was, where nothing was said of it; the same as before if it is. */
  public FollowUp after(Optional<FollowUp> before) {
    var noted = new FollowUp(state, note.or(() -> before.flatMap(FollowUp::note)), by, at);
    return before.filter(it -> it.state == noted.state && it.note.equals(noted.note)).orElse(noted);
  }

  /** Whether something is still to be done. */
  public enum State {
    OPEN,
    DONE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a name on the wire, as {@code open}. */
    public static Optional<State> of(String code) {
      return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
  }
}
