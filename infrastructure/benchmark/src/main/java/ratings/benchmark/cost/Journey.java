package ratings.benchmark.cost;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ratings.aws.DynamoRatings;
import ratings.aws.Retries;
import ratings.domain.document.Reading;
import ratings.domain.document.Reading.Invalid;
import ratings.domain.document.Reading.Valid;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Line;
import ratings.local.template.TableResource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One conversation on its way through the table, each step weighed. */
public final class Journey {
  private static final String IDEMPOTENCY_KEY = "0123456789abcdef0123456789abcdef";

  private final DynamoDbClient dynamo;
  private final TableResource table;
  private final Ratings ratings;
  private final Line line;
  private final String conversation;
  private Map<String, AttributeValue> item = Map.of();

  /** Begins with a conversation that nobody has heard of. */
  public Journey(DynamoDbClient dynamo, TableResource table, Line line, String conversation) {
    this.dynamo = dynamo;
    this.table = table;
    this.line = line;
    this.conversation = conversation;
    this.ratings =
        new DynamoRatings(dynamo, table.id(), Clock.systemUTC(), Retries.whileSomebodyWaits());
  }

  /** The widget shows its prompt. */
  public WriteUnits asked() {
    ratings.show(line, valid(Showing.read(document())));
    return weighed();
  }

  /** A teammate is credited, as a close does it. */
  public void credited() {
    dynamo.updateItem(
        update ->
            update
                .tableName(table.id())
                .key(key())
                .updateExpression("SET teammatePk = :pk, teammateId = :id, teammateName = :name")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS("w#" + line.workspace() + "#M#teammate-12"),
                        ":id", AttributeValue.fromS("teammate-12"),
                        ":name", AttributeValue.fromS("Bo Diddley"))));
    weighed();
  }

  /** The customer answers, without words. */
  public WriteUnits answered() {
    var answer = document();
    answer.put("score", 4);
    var submission = valid(Submission.read(answer));
    ratings.record(Attempt.of(line, submission, Optional.of(IDEMPOTENCY_KEY), Source.WIDGET));
    return weighed();
  }

  private Map<String, Object> document() {
    return new HashMap<>(
        Map.of(
            "conversationId", conversation,
            "userId", "auth0|5f7c8ec7c33c6c004bbafe82",
            "userName", "Ada Lovelace",
            "language", "en"));
  }

  private WriteUnits weighed() {
    var before = item;
    item = dynamo.getItem(get -> get.tableName(table.id()).key(key()).consistentRead(true)).item();
    return WriteUnits.of(table, before, item);
  }

  private Map<String, AttributeValue> key() {
    return Map.of(
        "pk", AttributeValue.fromS("w#" + line.workspace() + "#C#" + conversation),
        "sk", AttributeValue.fromS("RATING"));
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Valid<T>(var value) -> value;
      case Invalid<T>(var violations) -> throw new IllegalStateException(violations.toString());
    };
  }
}
