package ratings.domain.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;
import ratings.domain.document.Timestamp;
import ratings.domain.score.Scale;
import ratings.domain.settings.RecipientRole;

/**
 * A low rating as the topic told of it.
 *
 * @param hearing roles, and beside each, as {@code supervisor:m2}, who has it
 * @param text what happened, for people
 * @param feedback the customer's words, where the line quotes them
 */
public record Announcement(
    String workspace,
    String id,
    String conversation,
    String line,
    String channel,
    Scale scale,
    int score,
    Optional<String> teammate,
    Optional<String> team,
    Instant recordedAt,
    Optional<String> chatHistoryUrl,
    List<String> hearing,
    String text,
    Optional<String> feedback) {
  private static final int LONGEST = 100_000;
  private static final Shape<Scale> SCALE = Shape.oneOf(List.of(Scale.values()), Scale::code);
  private static final Shape<List<String>> HEARING = Shape.list(Shape.text(LONGEST), 10);

  public Announcement {
    hearing = List.copyOf(hearing);
  }

  /** Reads what the topic carries; what else it may say is passed over. */
  public static Reading<Announcement> read(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var scale = SCALE.read(fields, "scale");
    var announcement =
        new Announcement(
            required(fields, "workspace"),
            required(fields, "alertId"),
            required(fields, "conversationId"),
            required(fields, "line"),
            required(fields, "channel"),
            fields.required("scale", scale, Scale.STARS5),
            fields.required("score", fields.integer("score", 0, 10), 0),
            fields.id("teammate"),
            fields.id("team"),
            fields.required("recordedAt", Shape.time().read(fields, "recordedAt"), Instant.EPOCH),
            fields.text("chatHistoryUrl", LONGEST),
            HEARING.read(fields, "recipients").orElse(List.of()),
            fields.text("text", LONGEST).orElse(""),
            fields.text("feedback", LONGEST));
    return Reading.of(violations, () -> announcement);
  }

  private static String required(Fields fields, String name) {
    return fields.required(name, fields.id(name), "");
  }

  /** Where it stands in the log: the same each time that it is told. */
  public String entry() {
    return Timestamp.format(recordedAt) + "#" + id;
  }

  /** What waits of it for a digest. */
  public Waiting waiting() {
    int range = scale.highest() - scale.lowest();
    return new Waiting(100 * (score - scale.lowest()) / range, entry());
  }

  /** The roles that are to hear of it. */
  public List<RecipientRole> roles() {
    return Stream.of(RecipientRole.values()).filter(role -> hearing.contains(role.code())).toList();
  }

  /** Whether it is for that recipient: the role is named, and the person or team is the one. */
  public boolean isFor(Recipient recipient) {
    return hearing.contains(recipient.kind().code())
        && recipient.who().map(who -> isOf(recipient.kind(), who)).orElse(true);
  }

  private boolean isOf(RecipientRole kind, String who) {
    return kind == RecipientRole.GROUP
        ? team.filter(who::equals).isPresent()
        : hearing.contains(kind.code() + ":" + who);
  }
}
