package ratings.domain.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Fingerprint;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;
import ratings.domain.notification.Notified.Outcome;

/**
 * What entries of the log have to be like; what is left out, every entry is.
 *
 * @param outcome at least one who was to hear of it had
 * @param after when the rating was recorded, not included; {@code before} likewise
 */
public record AlertFilter(
    Optional<String> line,
    Optional<String> teammate,
    Optional<String> conversation,
    Optional<Outcome> outcome,
    Optional<Instant> after,
    Optional<Instant> before) {
  private static final Shape<Outcome> OUTCOME =
      Shape.oneOf(List.of(Outcome.values()), Outcome::code);

  static AlertFilter ofLine(String line) {
    return new AlertFilter(
        Optional.of(line),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Reads a filter, by the names that an entry's fields have. */
  public static Reading<AlertFilter> read(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var filter =
        new AlertFilter(
            fields.id("lineId"),
            fields.id("teammateId"),
            fields.id("conversationId"),
            OUTCOME.read(fields, "outcome"),
            Shape.time().read(fields, "after"),
            Shape.time().read(fields, "before"));
    fields.refuseOthers();
    return Reading.of(violations, () -> filter);
  }

  /** Whether an entry between the times is one of these. */
  public boolean takes(LoggedAlert logged) {
    var alert = logged.announcement();
    return line.map(alert.line()::equals).orElse(true)
        && teammate.map(it -> alert.teammate().filter(it::equals).isPresent()).orElse(true)
        && conversation.map(alert.conversation()::equals).orElse(true)
        && outcome.map(logged::has).orElse(true);
  }

  /** The same for the same filter only. */
  public String canonical() {
    return Fingerprint.of(
        List.of(line, teammate, conversation, outcome, after, before).stream()
            .map(it -> it.map(Object::toString).orElse(null))
            .toList());
  }
}
