package ratings.benchmark.cost;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ratings.aws.DynamoConversations;
import ratings.aws.DynamoRatings;
import ratings.aws.Retries;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Reading;
import ratings.domain.document.Reading.Invalid;
import ratings.domain.document.Reading.Valid;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Conversations;
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
  private final Conversations conversations;
  private final Line line;
  private final String conversation;
  private Map<String, AttributeValue> item = Map.of();

  /** Begins with a conversation that nobody has heard of. */
  public Journey(DynamoDbClient dynamo, TableResource table, Line line, String conversation) {
    this.dynamo = dynamo;
    this.table = table;
    this.line = line;
    this.conversation = conversation;
    var retries = Retries.whileSomebodyWaits();
    this.ratings = new DynamoRatings(dynamo, table.id(), Clock.systemUTC(), retries);
    this.conversations = new DynamoConversations(dynamo, table.id(), Clock.systemUTC(), retries);
  }

  /** The widget shows its prompt. */
  public WriteUnits asked() {
    ratings.show(line, valid(Showing.read(document())));
    return weighed();
  }

  /** Its platform closes it, and tells all that it knows. */
  public void closed() {
    var now = Instant.now();
    var at = Timestamp.format(now);
    var close = new HashMap<String, Object>();
    close.put("channel", line.channel());
    close.put("lineId", line.id());
    close.put("closedBy", "teammate");
    close.put("startedBy", "customer");
    close.put("audience", "user");
    close.put("closedAt", at);
    close.put("lastReplyAt", at);
    close.put("lastCustomerMessageAt", at);
    close.put("characters", 812);
    close.put("customers", 1);
    close.put("teammate", Map.of("id", "teammate-12", "name", "Bo Diddley"));
    conversations.close(
        line, new ConversationId(line.workspace(), conversation), valid(Closing.read(close, now)));
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
