package ratings.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import ratings.aws.DynamoRatings;
import ratings.aws.DynamoSettings;
import ratings.aws.Retries;
import ratings.domain.document.Reading;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * As many ratings as a measurement wants, in seconds: a few are stored as the system stores them,
 * and copied, each copy with an id, a user and a time of its own, in batches.
 */
public final class ManyRatings {
  private static final Retries PATIENT = new Retries(8, Duration.ofMillis(100), Thread::sleep);
  private static final Instant THEN = Instant.parse("2001-01-01T01:01:01.001Z");
  private static final int BATCH = 25;
  private static final int AT_ONCE = 8;
  private static final List<String> FEEDBACK =
      List.of("", "", "", "", "Quick and kind.", "It took a while.", "=1+1", "a \"b\",\nc");

  private final DynamoDbClient dynamo;
  private final String table;

  public ManyRatings(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * Writes them, a second apart, and returns once all are written.
   *
   * @param widget a website line of the workspace that is there already and sets no windows
   * @param last time of the last of them
   */
  public void write(String widget, int count, Instant last) {
    var line = new DynamoSettings(dynamo, table, PATIENT).find(widget).orElseThrow();
    var originals = IntStream.range(0, FEEDBACK.size()).mapToObj(i -> original(line, i)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var room = new Semaphore(AT_ONCE);
      for (int from = 0; from < count; from += BATCH) {
        var batch =
            IntStream.range(from, Math.min(count, from + BATCH))
                .mapToObj(i -> copy(originals.get(i % originals.size()), i, last, count))
                .toList();
        room.acquireUninterruptibly();
        threads.execute(
            () -> {
              put(batch);
              room.release();
            });
      }
    }
    originals.forEach(original -> dynamo.deleteItem(d -> d.tableName(table).key(key(original))));
  }

  private Map<String, AttributeValue> original(Line line, int number) {
    var id = "original" + number;
    var body = new HashMap<String, Object>();
    body.put("conversationId", id);
    body.put("score", 1 + number % 5);
    body.put("feedback", FEEDBACK.get(number));
    body.put("userId", "user-of-" + id);
    body.put("userName", "Ada Lovelace");
    var submission = ((Reading.Valid<Submission>) Submission.read(body)).value();
    new DynamoRatings(dynamo, table, Clock.fixed(THEN, ZoneOffset.UTC), PATIENT)
        .silent()
        .record(Attempt.of(line, submission, Optional.empty(), Source.IMPORT));
    var key =
        Map.of(
            "pk", AttributeValue.fromS("w#" + line.workspace() + "#C#" + id),
            "sk", AttributeValue.fromS("RATING"));
    return dynamo.getItem(get -> get.tableName(table).key(key)).item();
  }

  private static WriteRequest copy(
      Map<String, AttributeValue> original, int number, Instant last, int count) {
    var then = last.minusSeconds(count - 1L - number);
    var id = original.get("id").s();
    UnaryOperator<String> changed =
        text ->
            text.replace(id, "many" + number)
                .replace(Timestamp.format(THEN), Timestamp.format(then))
                .replace("" + THEN.toEpochMilli(), "" + then.toEpochMilli());
    var item = new HashMap<String, AttributeValue>();
    original.forEach((name, value) -> item.put(name, changed(value, changed)));
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  private static AttributeValue changed(AttributeValue value, UnaryOperator<String> change) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(change.apply(value.s()));
      case N -> AttributeValue.fromN(change.apply(value.n()));
      default -> value;
    };
  }

  /** Until none of it is left undone. */
  private void put(List<WriteRequest> batch) {
    List<WriteRequest> left = new ArrayList<>(batch);
    while (!left.isEmpty()) {
      var requests = Map.of(table, left);
      var done = PATIENT.call(() -> dynamo.batchWriteItem(b -> b.requestItems(requests)));
      left = done.unprocessedItems().getOrDefault(table, List.of());
    }
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return Map.of("pk", item.get("pk"), "sk", item.get("sk"));
  }
}
