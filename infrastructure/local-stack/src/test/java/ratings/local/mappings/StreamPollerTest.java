package ratings.local.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import ratings.local.dynamodb.DynamoDbLocal;
import ratings.local.storage.CreatedTable;
import ratings.local.storage.Key;
import ratings.local.storage.Table;
import ratings.local.storage.Tables;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class StreamPollerTest {
  private static final Account ACCOUNT = Account.local();
  private static DynamoDbLocal dynamoDb;
  private static Tables tables;
  private static DynamoDbStreamsClient streams;

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final RecordingFunction function = new RecordingFunction();

  @BeforeAll
  static void start() {
    dynamoDb = DynamoDbLocal.start();
    tables = new Tables(dynamoDb.endpoint(), ACCOUNT);
    streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(dynamoDb.endpoint())
            .region(ACCOUNT.sdkRegion())
            .credentialsProvider(ACCOUNT.credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterAll
  static void stop() {
    streams.close();
    tables.close();
    dynamoDb.close();
  }

  @Test
  void lambdaReadsTheEventOfEveryKindOfChangeAndAttribute() throws Exception {
    var table = table("Kinds");
    var poller = poller(table, StreamMapping.Start.LATEST, 100, Duration.ZERO, EventFilter.none());
    put(table, "RATING", Map.of("score", AttributeValue.fromN("1")));
    put(table, "RATING", everyType());
    tables.client().deleteItem(delete -> delete.tableName(table.name()).key(key("RATING")));

    pollUntil(poller, 3);

    var records = function.lastAs(DynamodbEvent.class).getRecords();
    assertThat(records)
        .extracting(DynamodbEvent.DynamodbStreamRecord::getEventName)
        .containsExactly("INSERT", "MODIFY", "REMOVE");
    var modified = records.get(1);
    assertThat(modified.getEventSource()).isEqualTo("aws:dynamodb");
    assertThat(modified.getEventSourceARN()).isEqualTo(table.streamArn().orElseThrow());
    assertThat(modified.getAwsRegion()).isEqualTo(ACCOUNT.region());
    var change = modified.getDynamodb();
    assertThat(change.getKeys().get("sk").getS()).isEqualTo("RATING");
    assertThat(change.getOldImage().get("score").getN()).isEqualTo("1");
    assertThat(change.getNewImage().get("map").getM().get("list").getL().getFirst().getN())
        .isEqualTo("7");
    assertThat(change.getNewImage().get("bytes").getB().array()).containsExactly(1, 2, 3);
    assertThat(change.getNewImage().get("texts").getSS()).containsExactlyInAnyOrder("a", "b");
    assertThat(change.getNewImage().get("nothing").getNULL()).isTrue();
    assertThat(change.getNewImage().get("yes").getBOOL()).isTrue();
    assertThat(change.getStreamViewType()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(change.getSequenceNumber()).isNotEmpty();
    assertThat(change.getApproximateCreationDateTime().toInstant())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  @Test
  void onlyWhatTheFilterPassesIsHandedOver() throws Exception {
    var table = table("Filtered");
    var filter = EventFilter.of(List.of("{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[\"RATING\"]}}}}"));
    put(table, "TALLIED", Map.of());
    put(table, "RATING", Map.of());
    put(table, "SETTINGS", Map.of());

    pollUntil(poller(table, StreamMapping.Start.TRIM_HORIZON, 100, Duration.ZERO, filter), 1);

    assertThat(sortKeys()).containsExactly("RATING");
  }

  @Test
  void aBatchWaitsForItsWindowUnlessItIsFull() throws Exception {
    var table = table("Windowed");
    var poller =
        poller(table, StreamMapping.Start.LATEST, 3, Duration.ofSeconds(60), EventFilter.none());
    put(table, "A", Map.of());
    put(table, "B", Map.of());
    poller.poll();
    poller.poll();
    assertThat(function.events()).isEmpty();

    clock.last(Duration.ofSeconds(60));
    poller.poll();
    assertThat(function.events()).hasSize(1);

    for (var sortKey : List.of("C", "D", "E", "F")) {
      put(table, sortKey, Map.of());
    }
    poller.poll();
    poller.poll();
    assertThat(function.events()).hasSize(2);
    assertThat(sortKeys()).containsExactly("A", "B", "C", "D", "E");
  }

  private void pollUntil(Poller poller, int records) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (sortKeys().size() < records && System.nanoTime() < deadline) {
      poller.poll();
    }
  }

  private List<String> sortKeys() {
    var keys = new ArrayList<String>();
    for (var event : function.events()) {
      event
          .path("Records")
          .forEach(record -> keys.add(record.at("/dynamodb/Keys/sk/S").textValue()));
    }
    return List.copyOf(keys);
  }

  private StreamPoller poller(
      CreatedTable table,
      StreamMapping.Start start,
      int batchSize,
      Duration window,
      EventFilter filter) {
    var mapping =
        new StreamMapping(
            "TallyFunction",
            table.streamArn().orElseThrow(),
            start,
            batchSize,
            window,
            filter,
            true,
            true,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());
    var batches =
        new StreamBatches(
            mapping, ACCOUNT, function, (destination, failed) -> {}, clock, clock, line -> {});
    var shards = new Shards(streams, mapping.streamArn(), start);
    return new StreamPoller(mapping, ACCOUNT.region(), shards, batches, clock);
  }

  private static CreatedTable table(String name) {
    return tables.create(
        new Table(
            name,
            Map.of("pk", ScalarAttributeType.S, "sk", ScalarAttributeType.S),
            Key.of("pk", "sk"),
            List.of(),
            Optional.of(StreamViewType.NEW_AND_OLD_IMAGES),
            Optional.empty()));
  }

  private static void put(
      CreatedTable table, String sortKey, Map<String, AttributeValue> attributes) {
    var item = new HashMap<>(attributes);
    item.putAll(key(sortKey));
    tables.client().putItem(put -> put.tableName(table.name()).item(item));
  }

  private static Map<String, AttributeValue> key(String sortKey) {
    return Map.of("pk", AttributeValue.fromS("w#main"), "sk", AttributeValue.fromS(sortKey));
  }

  private static Map<String, AttributeValue> everyType() {
    return Map.of(
        "text", AttributeValue.fromS("ä\u0001😀"),
        "number", AttributeValue.fromN("12.50"),
        "bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2, 3})),
        "yes", AttributeValue.fromBool(true),
        "nothing", AttributeValue.fromNul(true),
        "texts", AttributeValue.fromSs(List.of("a", "b")),
        "numbers", AttributeValue.fromNs(List.of("1", "2")),
        "blobs", AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[] {9}))),
        "map",
            AttributeValue.fromM(
                Map.of("list", AttributeValue.fromL(List.of(AttributeValue.fromN("7"))))));
  }
}
