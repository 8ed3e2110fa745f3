package ratings.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ratings.domain.notification.Brake;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Waiting;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The brake in DynamoDB, at the item of each recipient: when he was last written to, and a set of
 * what waits, which makes him due. Nothing is written at one who has been removed.
 */
public final class DynamoBrake implements Brake {
  private static final AttributeValue DUE = Attributes.text(Keys.dueDigests());

  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;

  public DynamoBrake(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  /** What waits is due from the start: so it is told of also if whoever took the minute dies. */
  @Override
  public boolean take(Recipient recipient, Waiting waiting, Instant now) {
    if (alone(recipient, waiting, now)) {
      return true;
    }
    hold(recipient, waiting, now);
    return false;
  }

  private boolean alone(Recipient recipient, Waiting waiting, Instant now) {
    var update = new Update();
    update
        .set(RecipientItem.MAILED_AT, Attributes.time(now))
        .set(RatingItem.DUE_PK, DUE)
        .set(RatingItem.DUE_SK, dueSort(now.plus(PAUSE)))
        .insert(RecipientItem.WAITING, RecipientItem.waiting(Set.of(waiting)));
    var condition =
        String.join(
            " AND ", there(update), free(update, now), update.missing(RecipientItem.WAITING));
    return written(update, RecipientItem.key(recipient), condition);
  }

  /** Nothing is held for somebody who has been removed meanwhile. */
  private void hold(Recipient recipient, Waiting waiting, Instant now) {
    var update = new Update();
    update
        .set(RatingItem.DUE_PK, DUE)
        .keep(RatingItem.DUE_SK, dueSort(now))
        .insert(RecipientItem.WAITING, RecipientItem.waiting(Set.of(waiting)));
    written(update, RecipientItem.key(recipient), there(update));
  }

  @Override
  public List<Held> due(Instant now, int most) {
    var query = query(now, most);
    return retries.call(() -> dynamo.query(query)).items().stream()
        .map(RatingItem::key)
        .flatMap(key -> due(key, now).stream())
        .toList();
  }

  /** Nothing where he was written to less than a minute ago; who waits for nothing is not due. */
  private Optional<Held> due(Map<String, AttributeValue> key, Instant now) {
    var update = new Update();
    update
        .set(RecipientItem.MAILED_AT, Attributes.time(now))
        .set(RatingItem.DUE_SK, dueSort(now.plus(PAUSE)));
    var condition = update.exists(RecipientItem.WAITING) + " AND " + free(update, now);
    var request =
        request(update, key, condition)
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      var item = retries.call(() -> dynamo.updateItem(request)).attributes();
      return Optional.of(new Held(RecipientItem.of(item), RecipientItem.waiting(item)));
    } catch (ConditionalCheckFailedException notNow) {
      if (!notNow.item().containsKey(RecipientItem.WAITING)) {
        leave(key);
      }
      return Optional.empty();
    }
  }

  private void leave(Map<String, AttributeValue> key) {
    var update = new Update().remove(RatingItem.DUE_PK, RatingItem.DUE_SK);
    written(update, key, there(update) + " AND " + update.missing(RecipientItem.WAITING));
  }

  /** What came in meanwhile stays, and is due. */
  @Override
  public void settle(Recipient recipient, Set<Waiting> told) {
    var key = RecipientItem.key(recipient);
    var all = new Update();
    all.remove(RecipientItem.WAITING, RatingItem.DUE_PK, RatingItem.DUE_SK);
    var waiting = RecipientItem.waiting(told);
    var same = all.name(RecipientItem.WAITING) + " = " + all.value("told", waiting);
    if (!written(all, key, same)) {
      var some = new Update().delete(RecipientItem.WAITING, waiting);
      written(some, key, there(some));
    }
  }

  private boolean written(Update update, Map<String, AttributeValue> key, String condition) {
    var request = request(update, key, condition).build();
    try {
      retries.call(() -> dynamo.updateItem(request));
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    }
  }

  private UpdateItemRequest.Builder request(
      Update update, Map<String, AttributeValue> key, String condition) {
    return update.request().tableName(table).key(key).conditionExpression(condition);
  }

  private QueryRequest query(Instant now, int most) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName("due")
        .keyConditionExpression("#pk = :digests AND #sk < :next")
        .expressionAttributeNames(Map.of("#pk", RatingItem.DUE_PK, "#sk", RatingItem.DUE_SK))
        .expressionAttributeValues(Map.of(":digests", DUE, ":next", dueSort(now.plusMillis(1))))
        .limit(most)
        .build();
  }

  private static String there(Update update) {
    return update.exists(RatingItem.PK);
  }

  private static String free(Update update, Instant now) {
    return "("
        + update.missing(RecipientItem.MAILED_AT)
        + " OR "
        + update.name(RecipientItem.MAILED_AT)
        + " <= "
        + update.value("before", Attributes.time(now.minus(PAUSE)))
        + ")";
  }

  private static AttributeValue dueSort(Instant due) {
    return Attributes.text(RatingItem.dueSort(due));
  }
}
