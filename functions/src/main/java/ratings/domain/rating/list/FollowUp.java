package ratings.domain.rating.list;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is done about a rating.
 *
 * @param by the teammate who said so
 */
public record FollowUp(State state, Optional<String> note, String by, Instant at) {

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
