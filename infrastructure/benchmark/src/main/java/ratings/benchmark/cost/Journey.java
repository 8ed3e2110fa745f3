package ratings.benchmark.cost;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.aws.DynamoConversations;
import ratings.aws.DynamoOutbox;
import ratings.aws.DynamoRatings;
import ratings.aws.DynamoTally;
import ratings.aws.Retries;
import ratings.aws.SightingItem;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.document.Reading;
import ratings.domain.document.Reading.Invalid;
import ratings.domain.document.Reading.Valid;
import ratings.domain.document.Timestamp;
import ratings.domain.outbox.Waiting;
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
  private static final Retries RETRIES = Retries.whileSomebodyWaits();
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
    this.ratings = new DynamoRatings(dynamo, table.id(), Clock.systemUTC(), RETRIES);
    this.conversations = new DynamoConversations(dynamo, table.id(), Clock.systemUTC(), RETRIES);
  }

  /** The widget shows its prompt. */
  public WriteUnits asked() {
    ratings.show(line, valid(Showing.read(document())));
    return weighed();
  }

  /** Its platform closes it, and tells all that it knows. */
  public WriteUnits closed() {
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
    return weighed();
  }

  /** What was published of its request is noted. */
  public WriteUnits sent() {
    var outbox = new DynamoOutbox(dynamo, table.id(), Clock.systemUTC(), RETRIES);
    for (var waiting : outbox.find(List.of(key().get("pk").s()))) {
      if (waiting instanceof Waiting.Asking asking) {
        outbox.sent(asking);
      }
    }
    return weighed();
  }

  /** Its connector tells that the customer has got it. */
  public WriteUnits delivered() {
    var report = valid(DeliveryReport.read(Map.of("state", "delivered")));
    conversations.report(new ConversationId(line.workspace(), conversation), report);
    return weighed();
  }

  /** The tally counts it as it is now; every write is part of a transaction. */
  public TallyUnits counted() {
    var before = ofTheTally();
    new DynamoTally(dynamo, table.id(), Clock.systemUTC(), RETRIES)
        .count(List.of(SightingItem.of(item)));
    return TallyUnits.of(table, before, ofTheTally());
  }

  /** Markers and cells, by their keys. */
  private Map<String, Map<String, AttributeValue>> ofTheTally() {
    return dynamo.scanPaginator(scan -> scan.tableName(table.id())).items().stream()
        .filter(TallyUnits::isOfTheTally)
        .collect(toMap(it -> it.get("pk").s() + it.get("sk").s(), it -> it));
  }

  /**
   * The customer answers, without words. That moves the conversation's entry in byUser, which takes
   * two units where one would do if it kept the time of its request for good. But a user's ratings
   * are listed and exported by when they were recorded, from and to a time, on pages that any index
   * can go on with; an index in another order could only be read whole and sorted for each page.
   */
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
