package ratings.aws;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ratings.domain.outbox.RatingEvent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record of the table's stream as the change of a rating that it tells of. */
public final class StreamedRating {
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
    return Objects.equals(answered(after), answered(before)) ? Optional.empty() : event(after);
  }

  private static Map<String, AttributeValue> image(Object image) {
    return image instanceof Map<?, ?> map ? StreamImage.item(map) : Map.of();
  }

  private static AttributeValue answered(Map<String, AttributeValue> item) {
    return item.get(RatingItem.CHANGED_AT);
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
    return Keys.tenant(item.get(RatingItem.PK).s()).orElseThrow();
  }

  private static long version(Map<String, AttributeValue> item) {
    return Long.parseLong(item.get(RatingItem.VERSION).n());
  }
}
