package ratings.local.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import ratings.local.dynamodb.DynamoDbLocal;
import ratings.local.queues.Queue;
import ratings.local.queues.Queues;
import ratings.local.storage.Buckets;
import ratings.local.storage.Key;
import ratings.local.storage.Table;
import ratings.local.storage.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class MappingsTest {
  private static final Account ACCOUNT = Account.local();

  @Test
  void whatIsWrittenAndSentReachesItsFunctionByItself() throws Exception {
    Set<String> invoked = new CopyOnWriteArraySet<>();
    var both = new CountDownLatch(2);
    Invoker invoker =
        (function, event) -> {
          if (invoked.add(function)) {
            both.countDown();
          }
          return new byte[0];
        };
    try (var dynamoDb = DynamoDbLocal.start();
        var tables = new Tables(dynamoDb.endpoint(), ACCOUNT);
        var queues = Queues.start(ACCOUNT, 0);
        var buckets = Buckets.start(ACCOUNT, 0);
        var mappings =
            new Mappings(
                ACCOUNT,
                dynamoDb.endpoint(),
                queues,
                invoker,
                invoker,
                new Destinations(queues, buckets, (topic, message) -> {}),
                line -> {})) {
      var table = tables.create(table());
      var queue = queues.create(Queue.named("ExportQueue"));
      mappings.start(stream(table.streamArn().orElseThrow()));
      mappings.start(
          new QueueMapping(
              "RunExportFunction", queue.arn(), 1, Duration.ZERO, EventFilter.none(), true, 2));

      tables
          .client()
          .putItem(
              put -> put.tableName("Ratings").item(Map.of("pk", AttributeValue.fromS("w#main"))));
      queues.client().sendMessage(send -> send.queueUrl(queue.url()).messageBody("{}"));

      assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(invoked).containsExactlyInAnyOrder("RelayFunction", "RunExportFunction");
  }

  private static Table table() {
    return new Table(
        "Ratings",
        Map.of("pk", ScalarAttributeType.S),
        Key.of("pk"),
        List.of(),
        Optional.of(StreamViewType.NEW_IMAGE),
        Optional.empty());
  }

  private static StreamMapping stream(String arn) {
    return new StreamMapping(
        "RelayFunction",
        arn,
        StreamMapping.Start.LATEST,
        10,
        Duration.ZERO,
        EventFilter.none(),
        true,
        true,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
