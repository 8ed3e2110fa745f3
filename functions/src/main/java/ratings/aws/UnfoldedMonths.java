package ratings.aws;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which months have cells that nobody has folded, by the day on which those were written, so that
 * folding need not look for them. It is noted before such cells are written, once by each process,
 * and forgotten after they are folded.
 */
final class UnfoldedMonths {
  private static final AttributeValue ALL = Attributes.text("due#cells");
  private static final int MOST_REMEMBERED = 10_000;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;
  private final Set<Unfolded> noted = ConcurrentHashMap.newKeySet();

  UnfoldedMonths(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  /** A month, and a day, in UTC, on which cells of it were written. */
  record Unfolded(LocalDate written, MonthKey month) {
    private static Unfolded of(Map<String, AttributeValue> item) {
      var sort = item.get(RatingItem.SK).s();
      int mark = sort.indexOf('#');
      return new Unfolded(
          LocalDate.parse(sort.substring(0, mark)),
          MonthKey.of(sort.substring(mark + 1)).orElseThrow());
    }

    private Map<String, AttributeValue> key() {
      return Map.of(
          RatingItem.PK, ALL, RatingItem.SK, Attributes.text(written + "#" + month.partition()));
    }
  }

  /**
   * Notes a month, if this process has not.
   *
   * @throws ratings.domain.Unavailable if DynamoDB would not have it
   */
  void note(Unfolded month) {
    if (!noted.contains(month)) {
      retries.call(() -> dynamo.putItem(put -> put.tableName(table).item(month.key())));
      if (noted.size() >= MOST_REMEMBERED) {
        noted.clear();
      }
      noted.add(month);
    }
  }

  /** Those with cells that were written until a day, the oldest first. */
  List<Unfolded> until(LocalDate day) {
    return new Partition(dynamo, table, retries)
        .items(ALL).stream()
            .map(Unfolded::of)
            .filter(month -> !month.written().isAfter(day))
            .toList();
  }

  void forget(Unfolded month) {
    retries.call(() -> dynamo.deleteItem(delete -> delete.tableName(table).key(month.key())));
  }
}
