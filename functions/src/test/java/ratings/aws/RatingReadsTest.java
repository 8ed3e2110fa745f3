package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.domain.Unavailable;
import ratings.domain.conversation.ConversationId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class RatingReadsTest {
  private static final String TABLE = "ratings";
  private static final Retries FOUR = new Retries(4, Duration.ofMillis(1), pause -> {});

  /**
   * DynamoDB that has every item, and hands out so many at a time.
   *
   * @param asked how many keys each request had
   */
  private record Busy(int atOnce, List<Integer> asked) implements DynamoDbClient {

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      var keys = request.requestItems().get(TABLE).keys();
      asked.add(keys.size());
      int served = Math.min(atOnce, keys.size());
      var response =
          BatchGetItemResponse.builder().responses(Map.of(TABLE, keys.subList(0, served)));
      var left = KeysAndAttributes.builder().keys(keys.subList(served, keys.size())).build();
      return response
          .unprocessedKeys(served < keys.size() ? Map.of(TABLE, left) : Map.of())
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  void whatABatchLeavesOverIsAskedForAgain() {
    var busy = new Busy(40, new ArrayList<>());
    assertThat(new RatingReads(busy, TABLE, FOUR).get(keys(130))).hasSize(130);
    assertThat(busy.asked()).containsExactly(100, 60, 20, 30);
  }

  @Test
  void aBatchThatStaysLeftOverIsUnavailable() {
    var busy = new Busy(0, new ArrayList<>());
    var reads = new RatingReads(busy, TABLE, FOUR);
    assertThatThrownBy(() -> reads.get(keys(3))).isInstanceOf(Unavailable.class);
    assertThat(busy.asked()).containsExactly(3, 3, 3, 3);
  }

  private static List<Map<String, AttributeValue>> keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RatingItem.key(new ConversationId("w1", "c" + i)))
        .toList();
  }
}
