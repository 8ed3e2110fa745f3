package ratings.aws;

import static ratings.aws.Attributes.string;

import java.util.Map;
import java.util.Optional;
import ratings.domain.report.Combination;
import ratings.domain.report.Sighting;
import ratings.domain.score.Scale;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A conversation's item as the tally sees it. */
public final class SightingItem {
  private SightingItem() {}

  /**
   * Reads the item in a record of the table's stream, as it stands in Lambda's event.
   *
   * @throws IllegalArgumentException for what is no conversation's item
   */
  public static Sighting ofImage(Map<?, ?> image) {
    return of(StreamImage.item(image));
  }

  /**
   * Reads an item.
   *
   * @throws IllegalArgumentException for what is no conversation's item
   */
  public static Sighting of(Map<String, AttributeValue> item) {
    try {
      return new Sighting(
          Keys.whole(RatingItem.partition(item)),
          Optional.ofNullable(item.get(RatingItem.VERSION))
              .map(version -> Long.parseLong(version.n()))
              .orElse(0L),
          combination(item),
          string(item, RatingItem.TEAMMATE_NAME),
          RatingItem.standing(item));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("no conversation's item", e);
    }
  }

  private static Combination combination(Map<String, AttributeValue> item) {
    return new Combination(
        string(item, RatingItem.LINE).orElseThrow(),
        string(item, RatingItem.CHANNEL).orElseThrow(),
        string(item, RatingItem.TEAM),
        string(item, RatingItem.TEAMMATE_ID),
        string(item, RatingItem.BOT),
        string(item, RatingItem.SURVEY),
        string(item, RatingItem.SCALE).flatMap(Scale::of).orElseThrow());
  }
}
