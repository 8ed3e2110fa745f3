package ratings.local.mappings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Collects a stream's records into batches. One shard is handled after the other; DynamoDB Local
 * has one open shard per table.
 */
final class StreamPoller implements Poller {
  /** Lambda's limit for the event of one invocation. */
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private final StreamMapping mapping;
  private final String region;
  private final Shards shards;
  private final StreamBatches batches;
  private final InstantSource clock;
  private final Map<String, Buffer> buffers = new HashMap<>();

  StreamPoller(
      StreamMapping mapping,
      String region,
      Shards shards,
      StreamBatches batches,
      InstantSource clock) {
    this.mapping = mapping;
    this.region = region;
    this.shards = shards;
    this.batches = batches;
    this.clock = clock;
  }

  @Override
  public boolean poll() throws InterruptedException {
    boolean worked = false;
    for (var shardId : shards.readable()) {
      var buffer = buffers.computeIfAbsent(shardId, id -> new Buffer());
      worked |= read(shardId, buffer);
    }
    for (var shardId : List.copyOf(buffers.keySet())) {
      var buffer = buffers.get(shardId);
      while (buffer.isDue()) {
        var batch = buffer.next();
        batches.handle(shardId, batch);
        buffer.drop(batch.size());
        worked = true;
      }
    }
    return worked;
  }

  private boolean read(String shardId, Buffer buffer) {
    var changes = shards.read(shardId, mapping.batchSize(), this::change);
    changes.stream().filter(change -> mapping.filter().passes(change.json())).forEach(buffer::add);
    return !changes.isEmpty();
  }

  private Change change(Record record) {
    return new Change(
        record.dynamodb().sequenceNumber(),
        record.dynamodb().approximateCreationDateTime(),
        StreamRecordJson.of(record, mapping.streamArn(), region));
  }

  /** What was read of a shard and waits for its batch to fill or its window to pass. */
  private final class Buffer {
    private final List<Change> changes = new ArrayList<>();
    private Instant since = Instant.MAX;

    void add(Change change) {
      if (changes.isEmpty()) {
        since = clock.instant();
      }
      changes.add(change);
    }

    boolean isDue() {
      return changes.size() >= mapping.batchSize()
          || (!changes.isEmpty() && !clock.instant().isBefore(since.plus(mapping.window())));
    }

    List<Change> next() {
      int size = 0;
      int bytes = 0;
      while (size < Math.min(changes.size(), mapping.batchSize())) {
        bytes += changes.get(size).json().toString().length();
        if (size > 0 && bytes > MOST_BYTES) {
          break;
        }
        size++;
      }
      return List.copyOf(changes.subList(0, size));
    }

    void drop(int handled) {
      changes.subList(0, handled).clear();
    }
  }
}
