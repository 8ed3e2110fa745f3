package ratings.domain.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Shape;

/**
 * What is low, and who hears of it (R91); each part falls back by itself.
 *
 * @param threshold a score at or under it is low; without one the scale's own holds (D7)
 * @param includeFeedback whether the alert quotes the customer's words
 */
public record LowRating(
    Optional<Integer> threshold,
    Optional<List<RecipientRole>> recipients,
    Optional<Boolean> includeFeedback) {
  private static final Shape<List<RecipientRole>> RECIPIENTS =
      Shape.list(RecipientRole.SHAPE, RecipientRole.values().length);

  static final Shape<LowRating> SHAPE = Shape.of(LowRating::read, LowRating::write);

  static final LowRating STANDARD =
      new LowRating(
          Optional.empty(),
          Optional.of(List.of(RecipientRole.RESPONSIBLE, RecipientRole.SUPERVISOR)),
          Optional.of(false));

  /** These parts, over those of the level below. */
  LowRating over(LowRating below) {
    return new LowRating(
        threshold.or(below::threshold),
        recipients.or(below::recipients),
        includeFeedback.or(below::includeFeedback));
  }

  LowRating withoutThreshold() {
    return new LowRating(Optional.empty(), recipients, includeFeedback);
  }

  private static Optional<LowRating> read(Fields fields, String name) {
    return fields
        .object(name)
        .map(
            part -> {
              var low =
                  new LowRating(
                      part.integer("threshold", 0, 10),
                      RECIPIENTS.read(part, "recipients"),
                      part.flag("includeFeedback"));
              part.refuseOthers();
              return low;
            });
  }

  private Map<String, Object> write() {
    var document = new LinkedHashMap<String, Object>();
    document.put("threshold", threshold.orElse(null));
    document.put("recipients", recipients.map(RECIPIENTS::write).orElse(null));
    document.put("includeFeedback", includeFeedback.orElse(null));
    return document;
  }
}
