package ratings.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.outbox.RatingEvent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record of the table's stream as the change of a rating that it tells of. */
public final class StreamedRating {
  private static final List<String> ANSWER =
      List.of(
          RatingItem.CHANGED_AT,
          RatingItem.SCORE,
          RatingItem.FEEDBACK,
          RatingItem.RESOLVED,
          RatingItem.REASONS);

  private StreamedRating() {}

  /**
   * The change, or nothing where the answer did not change by it.
   *
   * @param change the record's {@code dynamodb}
   * @throws IllegalArgumentException for one that cannot be read; it quotes nothing of it
   */
  public static Optional<RatingEvent> of(Map<?, ?> change) {
    var after = image(change.get("NewImage"));
    var before = image(change.get("OldImage"));
    return answered(after).equals(answered(before)) ? Optional.empty() : event(after);
  }

  private static Map<String, AttributeValue> image(Object image) {
    return image instanceof Map<?, ?> map ? StreamImage.item(map) : Map.of();
  }

  /** Two answers may come in one millisecond, and the same one again after a while. */
  private static List<Optional<AttributeValue>> answered(Map<String, AttributeValue> item) {
    return ANSWER.stream().map(name -> Optional.ofNullable(item.get(name))).toList();
  }

  private static Optional<RatingEvent> event(Map<String, AttributeValue> item) {
    try {
      return ListedItem.of(item)
          .map(rating -> new RatingEvent(workspace(item), version(item), rating));
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException("no rating of ours");
    }
  }

  private static String workspace(Map<String, AttributeValue> item) {
    return Attributes.string(item, RatingItem.WORKSPACE)
        .or(() -> Keys.tenant(RatingItem.partition(item)))
        .orElseThrow();
  }

  private static long version(Map<String, AttributeValue> item) {
    return Long.parseLong(item.get(RatingItem.VERSION).n());
  }
}
