package ratings.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.aws.MergedItems.Placed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.Position;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Ways to the rows of a query: each in its order, from behind its position, read as taken. */
final class Rows {
  private Rows() {}

  /**
   * A place in the order, and the row there.
   *
   * @param rating nothing where what stood there was taken away meanwhile
   */
  record Row(Position position, Optional<ListedRating> rating) {}

  /** Rows of an index that projects them. */
  static Iterator<Row> of(MergedItems items) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Row next() {
        var placed = items.next();
        return new Row(placed.position(), ListedItem.of(placed.item()));
      }
    };
  }

  /**
   * Rows of an index that projects keys only: so many at once are read from the table.
   *
   * @param atOnce at most {@link RatingReads#BATCH}
   */
  static Iterator<Row> ofKeys(MergedItems keys, RatingReads reads, int atOnce) {
    return new Iterator<>() {
      private final Deque<Row> read = new ArrayDeque<>();

      @Override
      public boolean hasNext() {
        return !read.isEmpty() || keys.hasNext();
      }

      @Override
      public Row next() {
        if (read.isEmpty()) {
          var batch = new ArrayList<Placed>();
          while (batch.size() < atOnce && keys.hasNext()) {
            batch.add(keys.next());
          }
          var items = reads.get(batch.stream().map(Placed::key).toList());
          batch.forEach(placed -> read.add(row(placed, items)));
        }
        return read.remove();
      }
    };
  }

  /** The rows of conversations that are named. */
  static Iterator<Row> of(List<ConversationId> conversations, RatingReads reads, PageQuery query) {
    var order = MergedItems.order(query.sort());
    var items = reads.get(conversations.stream().map(RatingItem::key).toList());
    return items.values().stream()
        .flatMap(item -> ListedItem.of(item).stream())
        .map(rating -> new Row(position(rating), Optional.of(rating)))
        .filter(row -> query.from().stream().allMatch(p -> order.compare(p, row.position) < 0))
        .sorted(Comparator.comparing(Row::position, order))
        .iterator();
  }

  private static Row row(Placed placed, Map<String, Map<String, AttributeValue>> items) {
    var item = Optional.ofNullable(items.get(RatingItem.partition(placed.item())));
    return new Row(placed.position(), item.flatMap(ListedItem::of));
  }

  private static Position position(ListedRating rating) {
    return new Position(RatingItem.timeSort(rating.recordedAt(), rating.id()));
  }
}
