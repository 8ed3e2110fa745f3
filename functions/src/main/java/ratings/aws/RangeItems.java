package ratings.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import ratings.aws.MergedItems.Placed;
import ratings.domain.rating.list.Position;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of one range in its order, queried as they are taken. */
final class RangeItems {
  /** What is asked for at once when the first items were not enough. */
  private static final int MORE = 250;

  private final RatingReads reads;
  private final IndexRange range;
  private final Deque<Placed> read = new ArrayDeque<>();
  private Map<String, AttributeValue> start = Map.of();
  private int ask;
  private boolean ended;

  /**
   * Queries nothing yet.
   *
   * @param ask how many items to ask for at first
   */
  RangeItems(RatingReads reads, IndexRange range, int ask) {
    this.reads = reads;
    this.range = range;
    this.ask = ask;
    this.ended = range.isEmpty();
  }

  /** The next item's place in the order, or nothing at the end. */
  Optional<Position> next() {
    while (read.isEmpty() && !ended) {
      query();
    }
    return Optional.ofNullable(read.peek()).map(Placed::position);
  }

  /** Takes the next item, which must be there. */
  Placed take() {
    return read.remove();
  }

  private void query() {
    var response = reads.query(range, start, ask);
    for (var item : response.items()) {
      var position = range.index().position(item);
      if (!range.isBehind(position)) {
        read.add(new Placed(position, item));
      }
    }
    start = response.lastEvaluatedKey();
    ended = start.isEmpty();
    ask = MORE;
  }
}
