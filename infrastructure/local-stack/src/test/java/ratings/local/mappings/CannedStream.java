package ratings.local.mappings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.SequenceNumberRange;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A stream whose shards close, have children and lose iterators as a test wants. */
final class CannedStream implements DynamoDbStreamsClient {
  private final Map<String, List<String>> records = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();
  private final Set<String> closed = new HashSet<>();
  private final Set<String> expired = new HashSet<>();
  private final Set<String> trimmed = new HashSet<>();
  private int iterators;

  void open(String shard, String parent) {
    records.put(shard, new ArrayList<>());
    parents.put(shard, parent);
  }

  void write(String shard, String... sequenceNumbers) {
    records.get(shard).addAll(List.of(sequenceNumbers));
  }

  void close(String shard) {
    closed.add(shard);
  }

  /** Every iterator that is out becomes too old. */
  void expireIterators() {
    for (int i = 0; i <= iterators; i++) {
      expired.add(Integer.toString(i));
    }
  }

  /** Every iterator that is out points to what is there no more, as DynamoDB Local has it. */
  void trimIterators() {
    for (int i = 0; i <= iterators; i++) {
      trimmed.add(Integer.toString(i));
    }
  }

  @Override
  public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
    var shards =
        records.keySet().stream()
            .map(
                shard ->
                    Shard.builder()
                        .shardId(shard)
                        .parentShardId(parents.get(shard))
                        .sequenceNumberRange(range(shard))
                        .build())
            .toList();
    return DescribeStreamResponse.builder()
        .streamDescription(StreamDescription.builder().shards(shards).build())
        .build();
  }

  @Override
  public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
    var all = records.get(request.shardId());
    int position =
        switch (request.shardIteratorType()) {
          case LATEST -> all.size();
          case AFTER_SEQUENCE_NUMBER -> all.indexOf(request.sequenceNumber()) + 1;
          case AT_SEQUENCE_NUMBER, TRIM_HORIZON, UNKNOWN_TO_SDK_VERSION -> 0;
        };
    return GetShardIteratorResponse.builder()
        .shardIterator(iterator(request.shardId(), position))
        .build();
  }

  @Override
  public GetRecordsResponse getRecords(GetRecordsRequest request) {
    var iterator = List.of(request.shardIterator().split("/", -1));
    if (expired.contains(iterator.getLast())) {
      throw ExpiredIteratorException.builder().message("expired").build();
    }
    if (trimmed.contains(iterator.getLast())) {
      throw TrimmedDataAccessException.builder().message("trimmed").build();
    }
    String shard = iterator.getFirst();
    var all = records.get(shard);
    int from = Integer.parseInt(iterator.get(1));
    int to = Math.min(all.size(), from + request.limit());
    boolean over = closed.contains(shard) && to == all.size();
    return GetRecordsResponse.builder()
        .records(all.subList(from, to).stream().map(CannedStream::record).toList())
        .nextShardIterator(over ? null : iterator(shard, to))
        .build();
  }

  @Override
  public String serviceName() {
    return "canned";
  }

  @Override
  public void close() {
    records.clear();
  }

  private String iterator(String shard, int position) {
    iterators++;
    return shard + "/" + position + "/" + iterators;
  }

  private SequenceNumberRange range(String shard) {
    var range = SequenceNumberRange.builder().startingSequenceNumber("0");
    return (closed.contains(shard) ? range.endingSequenceNumber("9") : range).build();
  }

  private static Record record(String sequenceNumber) {
    return Record.builder().dynamodb(change -> change.sequenceNumber(sequenceNumber)).build();
  }
}
