package ratings.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import ratings.domain.Unavailable;
import ratings.domain.conversation.Windows;
import ratings.domain.rating.Deadlines;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What is due in DynamoDB, by the sparse index of that name. Most of it is over and is closed by
 * one write without a read; where it is not, the item that refused the write says what it is.
 */
public final class DynamoDeadlines implements Deadlines {
  private static final String INDEX = "due";
  private static final int PAGE = 25;
  private static final Swept CLOSED = new Swept(1, 0, 0, 0);
  private static final Swept MOVED = new Swept(0, 1, 0, 0);
  private static final Swept LEFT = new Swept(0, 0, 1, 0);
  private static final Swept REMINDED = new Swept(0, 0, 0, 1);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;

  /** What is left of a partition; each gets a page in turn, so that none waits for another. */
  private record Rest(String partition, Map<String, AttributeValue> from) {}

  public DynamoDeadlines(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
  }

  @Override
  public Swept sweep(BooleanSupplier mayGoOn) {
    var now = clock.instant();
    var failed = new ArrayList<Throwable>();
    var swept = Swept.NOTHING;
    var rest = new ArrayDeque<Rest>();
    for (int shard = 0; shard < Keys.DUE_SHARDS; shard++) {
      rest.add(new Rest(Keys.due(shard), Map.of()));
    }
    while (!rest.isEmpty() && mayGoOn.getAsBoolean()) {
      var next = rest.remove();
      var query = query(next, now);
      var page = retries.call(() -> dynamo.query(query));
      swept = swept.plus(sweep(page.items(), now, failed));
      if (!page.lastEvaluatedKey().isEmpty()) {
        rest.add(new Rest(next.partition(), page.lastEvaluatedKey()));
      }
    }
    if (!failed.isEmpty()) {
      throw new Unavailable(
          failed.size() + " conversations were left as they are", failed.getFirst());
    }
    return swept;
  }

  /** A page at once, for one write waits as long as many. */
  private Swept sweep(List<Map<String, AttributeValue>> page, Instant now, List<Throwable> failed) {
    var swept = Swept.NOTHING;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          page.stream()
              .filter(seen -> seen.get(RatingItem.SK).s().equals(RatingItem.SORT))
              .map(seen -> threads.submit(() -> retries.call(() -> sweep(seen, now))))
              .toList();
      for (Future<Swept> call : calls) {
        swept = swept.plus(outcome(call, failed));
      }
    }
    return swept;
  }

  private static Swept outcome(Future<Swept> call, List<Throwable> failed) {
    try {
      return call.get();
    } catch (ExecutionException e) {
      failed.add(e.getCause());
      return Swept.NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted between pages", e);
    }
  }

  private Swept sweep(Map<String, AttributeValue> seen, Instant now) {
    try {
      dynamo.updateItem(DueWrite.close(seen, now).tableName(table).build());
      return CLOSED;
    } catch (ConditionalCheckFailedException refused) {
      return isAsSeen(refused.item(), seen) ? postpone(seen, refused.item(), now) : LEFT;
    }
  }

  /** It waits for another end than the one that has come, or for none, or to be announced. */
  private Swept postpone(
      Map<String, AttributeValue> seen, Map<String, AttributeValue> item, Instant now) {
    var end = RatingItem.standing(item).end();
    var held = RatingItem.held(item);
    if (RatingItem.waits(item) || held.isPresent()) {
      boolean over = !end.isAfter(now);
      return write(
          DueWrite.remind(seen, held, over, RatingItem.announcedBy(item, now)),
          over ? REMINDED.plus(CLOSED) : REMINDED);
    }
    return end.equals(Windows.OPEN)
        ? write(DueWrite.leave(seen), LEFT)
        : write(DueWrite.move(seen, end), MOVED);
  }

  private Swept write(UpdateItemRequest.Builder request, Swept done) {
    try {
      dynamo.updateItem(request.tableName(table).build());
      return done;
    } catch (ConditionalCheckFailedException somebodyElseWas) {
      return LEFT;
    }
  }

  private static boolean isAsSeen(
      Map<String, AttributeValue> item, Map<String, AttributeValue> seen) {
    return seen.get(RatingItem.DUE_SK).equals(item.get(RatingItem.DUE_SK));
  }

  /** What is due at this instant or before, earliest first. */
  private QueryRequest query(Rest rest, Instant now) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(INDEX)
        .keyConditionExpression("#pk = :pk AND #sk < :next")
        .expressionAttributeNames(Map.of("#pk", RatingItem.DUE_PK, "#sk", RatingItem.DUE_SK))
        .expressionAttributeValues(
            Map.of(
                ":pk",
                Attributes.text(rest.partition()),
                ":next",
                Attributes.text(RatingItem.dueSort(now.plusMillis(1)))))
        .exclusiveStartKey(rest.from().isEmpty() ? null : rest.from())
        .limit(PAGE)
        .build();
  }
}
