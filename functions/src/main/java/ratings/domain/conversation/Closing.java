package ratings.domain.conversation;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.settings.Line;
import ratings.domain.settings.Texts;
import ratings.domain.settings.UrlTemplate;

/**
 * What a platform tells of a conversation that closes. Two that say the same {@link Ending#at} are
 * the same close, told again.
 *
 * @param line id of the line that it belongs to
 * @param messageId id of the message that asks, for the export (D11)
 * @param rateWithinHours of the workflow that closed it, which wins over the line (R4)
 * @param changeWithinHours of the workflow likewise (R10)
 */
public record Closing(
    String channel,
    String line,
    Ending ending,
    People people,
    Optional<String> botId,
    Optional<String> language,
    Optional<String> chatHistoryUrl,
    Optional<String> messageId,
    Optional<Integer> rateWithinHours,
    Optional<Integer> changeWithinHours) {
  private static final int MOST_HOURS = 87_600;
  private static final String ENGLISH = "en";

  /** Reads the body of a close, as it is at an instant. */
  public static Reading<Closing> read(Object document, Instant now) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var workflow = fields.object("workflow");
    var closing =
        new Closing(
            fields.required("channel", Line.readChannel(fields, "channel"), ""),
            fields.required("lineId", fields.id("lineId"), ""),
            Ending.read(fields, now),
            People.read(fields),
            fields.id("botId"),
            fields.id("language"),
            UrlTemplate.PLAIN.read(fields, "chatHistoryUrl").map(UrlTemplate::text),
            fields.id("messageId"),
            workflow.flatMap(hours -> hours(hours, "rateWithinHours")),
            workflow.flatMap(hours -> hours(hours, "changeWithinHours")));
    workflow.ifPresent(Fields::refuseOthers);
    fields.refuseOthers();
    return Reading.of(violations, () -> closing);
  }

  /** The windows that count from this close: the workflow's over the line's (R4, R10). */
  public Windows windows(Line on) {
    return Windows.from(
        ending.at(),
        rateWithinHours.or(on::rateWithinHours),
        changeWithinHours.or(on::changeWithinHours));
  }

  /** The request's text, in the customer's language or the nearest that there is (R88). */
  public String text(Line on) {
    return on.requestText(language.flatMap(Texts::language).orElse(ENGLISH)).text();
  }

  private static Optional<Integer> hours(Fields workflow, String name) {
    return workflow.integer(name, 1, MOST_HOURS);
  }
}
