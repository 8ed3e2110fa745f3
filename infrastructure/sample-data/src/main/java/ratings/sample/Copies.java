package ratings.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ratings.aws.Retries;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts items into a table, in batches and several of these at once. */
record Copies(DynamoDbClient dynamo, String table) {
  private static final Retries PATIENT = new Retries(8, Duration.ofMillis(100), Thread::sleep);
  private static final int BATCH = 25;
  private static final int AT_ONCE = 8;

  /**
   * Puts so many, and returns once all are there.
   *
   * @param item the item of a number from 0
   */
  void put(int count, IntFunction<Map<String, AttributeValue>> item) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var room = new Semaphore(AT_ONCE);
      for (int from = 0; from < count; from += BATCH) {
        var batch =
            IntStream.range(from, Math.min(count, from + BATCH))
                .mapToObj(number -> request(item.apply(number)))
                .toList();
        room.acquireUninterruptibly();
        threads.execute(
            () -> {
              put(batch);
              room.release();
            });
      }
    }
  }

  private static WriteRequest request(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
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
}
