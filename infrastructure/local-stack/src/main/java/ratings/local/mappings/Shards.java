package ratings.local.mappings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The shards of one stream, each read from its parent's end on. */
final class Shards {
  private static final int MOST_RECORDS = 1000;

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Position> open = new LinkedHashMap<>();

  /** Takes up its position at once, so that nothing written from now on is missed. */
  Shards(DynamoDbStreamsClient streams, String streamArn, StreamMapping.Start start) {
    this.streams = streams;
    this.streamArn = streamArn;
    if (start == StreamMapping.Start.LATEST) {
      for (var shard : describe()) {
        known.add(shard.shardId());
        if (shard.sequenceNumberRange().endingSequenceNumber() == null) {
          open.put(shard.shardId(), begin(shard.shardId(), ShardIteratorType.LATEST));
        }
      }
    }
  }

  /** The shards to read now: a child is not among them before its parent was read to the end. */
  List<String> readable() {
    if (open.isEmpty()) {
      discover();
    }
    return List.copyOf(open.keySet());
  }

  /**
   * Reads on in a shard; what is returned will not be returned again. Where a record cannot be
   * converted, all of them are read once more the next time.
   */
  <T> List<T> read(String shardId, int most, Function<Record, T> convert) {
    var position = open.get(shardId);
    try {
      var read =
          streams.getRecords(
              get -> get.shardIterator(position.iterator()).limit(Math.min(most, MOST_RECORDS)));
      var converted = read.records().stream().map(convert).toList();
      if (read.nextShardIterator() == null) {
        open.remove(shardId);
        discover();
      } else {
        open.put(shardId, position.after(read.records(), read.nextShardIterator()));
      }
      return converted;
    } catch (ExpiredIteratorException e) {
      open.put(shardId, resume(shardId, position));
      return List.of();
    } catch (TrimmedDataAccessException e) { // which DynamoDB Local says of an empty shard's, too
      open.put(shardId, begin(shardId, ShardIteratorType.TRIM_HORIZON));
      return List.of();
    }
  }

  private void discover() {
    for (var shard : describe()) {
      if (!known.contains(shard.shardId()) && !waits(shard)) {
        known.add(shard.shardId());
        open.put(shard.shardId(), begin(shard.shardId(), ShardIteratorType.TRIM_HORIZON));
      }
    }
  }

  private boolean waits(Shard shard) {
    return shard.parentShardId() != null && open.containsKey(shard.parentShardId());
  }

  private List<Shard> describe() {
    var shards = new ArrayList<Shard>();
    String last = null;
    do {
      String from = last;
      var page =
          streams
              .describeStream(describe -> describe.streamArn(streamArn).exclusiveStartShardId(from))
              .streamDescription();
      shards.addAll(page.shards());
      last = page.lastEvaluatedShardId();
    } while (last != null);
    return List.copyOf(shards);
  }

  private Position begin(String shardId, ShardIteratorType where) {
    String iterator =
        streams
            .getShardIterator(
                get -> get.streamArn(streamArn).shardId(shardId).shardIteratorType(where))
            .shardIterator();
    return new Position(iterator, where, null);
  }

  /** Iterators live fifteen minutes; after a long retry ours has died. */
  private Position resume(String shardId, Position position) {
    if (position.lastRead() == null) {
      return begin(shardId, position.began());
    }
    String iterator =
        streams
            .getShardIterator(
                get ->
                    get.streamArn(streamArn)
                        .shardId(shardId)
                        .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .sequenceNumber(position.lastRead()))
            .shardIterator();
    return new Position(iterator, position.began(), position.lastRead());
  }

  private record Position(String iterator, ShardIteratorType began, String lastRead) {
    Position after(List<Record> records, String next) {
      return new Position(
          next,
          began,
          records.isEmpty() ? lastRead : records.getLast().dynamodb().sequenceNumber());
    }
  }
}
