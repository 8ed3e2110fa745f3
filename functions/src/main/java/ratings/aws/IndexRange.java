package ratings.aws;

import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.Position;
import ratings.domain.rating.list.Sort;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * One partition of an index by time, from one sort key to another. All indexes sort by the time of
 * recording and the encoded id, so that one position holds for every partition of every index.
 *
 * @param first lowest sort key, included
 * @param last highest sort key, included
 * @param after where the query goes on: the position of the row before, left out
 */
record IndexRange(
    RatingIndex index,
    String partition,
    String first,
    String last,
    boolean ascending,
    Optional<Position> after) {
  /** Follows the # between time and id, and so every id of a time. */
  private static final String AFTER_EVERY_ID = "$";

  static IndexRange of(RatingIndex index, String partition, PageQuery query) {
    var recorded = query.filter().recorded();
    var first = Timestamp.format(recorded.first());
    var last = Timestamp.format(recorded.last()) + AFTER_EVERY_ID;
    boolean ascending = query.sort() == Sort.OLDEST_FIRST;
    var after = query.from().map(Position::text);
    return new IndexRange(
        index,
        partition,
        ascending ? after.orElse(first) : first,
        ascending ? last : after.orElse(last),
        ascending,
        query.from());
  }

  boolean isEmpty() {
    return first.compareTo(last) > 0;
  }

  /** Whether this is the row behind which the query goes on. */
  boolean isBehind(Position position) {
    return after.filter(position::equals).isPresent();
  }

  QueryRequest.Builder request() {
    return QueryRequest.builder()
        .indexName(index.indexName())
        .keyConditionExpression("#partition = :partition AND #sort BETWEEN :first AND :last")
        .expressionAttributeNames(
            Map.of("#partition", index.partitionName(), "#sort", index.sortName()))
        .expressionAttributeValues(
            Map.of(
                ":partition", AttributeValue.fromS(partition),
                ":first", AttributeValue.fromS(first),
                ":last", AttributeValue.fromS(last)))
        .scanIndexForward(ascending);
  }
}
