package ratings.aws;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.aws.MergedItems.Placed;
import ratings.domain.rating.list.Position;
import ratings.domain.rating.list.Sort;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of several ranges, each in order, as one sequence in order. */
final class MergedItems implements Iterator<Placed> {
  private final List<RangeItems> ranges;
  private final Comparator<Position> order;

  MergedItems(List<RangeItems> ranges, Sort sort) {
    this.ranges = ranges;
    this.order = order(sort);
  }

  /** Sort keys are ASCII, so that the order of strings is DynamoDB's order of bytes. */
  static Comparator<Position> order(Sort sort) {
    var ascending = Comparator.comparing(Position::text);
    return sort == Sort.OLDEST_FIRST ? ascending : ascending.reversed();
  }

  /** An item and its place in the order. */
  record Placed(Position position, Map<String, AttributeValue> item) {

    Map<String, AttributeValue> key() {
      return RatingItem.key(item);
    }
  }

  @Override
  public boolean hasNext() {
    return first().isPresent();
  }

  @Override
  public Placed next() {
    return first().orElseThrow().take();
  }

  private Optional<RangeItems> first() {
    return ranges.stream()
        .filter(range -> range.next().isPresent())
        .min(Comparator.comparing(range -> range.next().orElseThrow(), order));
  }
}
