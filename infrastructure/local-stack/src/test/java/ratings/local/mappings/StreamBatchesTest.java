package ratings.local.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import ratings.local.queues.Queue;
import ratings.local.queues.Queues;
import ratings.local.storage.Buckets;

class StreamBatchesTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final Account ACCOUNT = Account.local();
  private static final String STREAM =
      ACCOUNT.arn("dynamodb", "table/Ratings/stream/2026-11-21T12:00:00.000");
  private static final JsonMapper JSON = new JsonMapper();

  private final VirtualClock clock = new VirtualClock(START);
  private final RecordingFunction function = new RecordingFunction();
  private final List<String> published = new ArrayList<>();
  private static Queues queues;
  private static Buckets buckets;

  @BeforeAll
  static void start() {
    queues = Queues.start(ACCOUNT, 0);
    buckets = Buckets.start(ACCOUNT, 0);
  }

  @AfterAll
  static void stop() {
    queues.close();
    buckets.close();
  }

  @Test
  void aBatchIsTriedAgainFromItsLowestFailedRecord() throws Exception {
    function.answer(
        event -> numbers(event).equals(List.of("0", "1", "2", "3")) ? failed("3", "1") : "{}");
    handle(mapping(true, false, OptionalInt.empty(), Optional.empty()), 4);
    assertThat(batches()).containsExactly(List.of("0", "1", "2", "3"), List.of("1", "2", "3"));
  }

  @Test
  void halvingFindsThePoisonAndSparesTheOthers() throws Exception {
    function.answer(event -> numbers(event).contains("2") ? "throw" : "{}");
    handle(mapping(false, true, OptionalInt.of(1), Optional.empty()), 4);
    assertThat(batches())
        .containsExactly(
            List.of("0", "1", "2", "3"),
            List.of("0", "1"),
            List.of("2", "3"),
            List.of("2"),
            List.of("2"),
            List.of("3"));
  }

  @Test
  void withoutRetriesLeftTheBucketGetsTheWholeRecords() throws Exception {
    buckets.create("failures");
    function.answer(event -> "throw");
    handle(
        mapping(
            false, false, OptionalInt.of(2), Optional.of(Destination.of("arn:aws:s3:::failures"))),
        2);

    assertThat(batches()).hasSize(3);
    var object =
        buckets.client().listObjectsV2(list -> list.bucket("failures")).contents().getFirst();
    assertThat(object.key()).matches("aws/lambda/[0-9a-f-]{36}/shard-1/2026/11/21/2026.*");
    var report =
        JSON.readTree(
            buckets
                .client()
                .getObjectAsBytes(get -> get.bucket("failures").key(object.key()))
                .asByteArray());
    assertThat(report.at("/requestContext/condition").textValue())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(report.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(3);
    assertThat(report.at("/DDBStreamBatchInfo/startSequenceNumber").textValue()).isEqualTo("0");
    assertThat(report.at("/DDBStreamBatchInfo/endSequenceNumber").textValue()).isEqualTo("1");
    assertThat(numbers(JSON.readTree(report.path("payload").textValue())))
        .containsExactly("0", "1");
  }

  @Test
  void aQueueAndATopicGetThePositionOnly() throws Exception {
    var queue = queues.create(Queue.named("Failures"));
    function.answer(event -> "throw");
    handle(mapping(false, false, OptionalInt.of(0), Optional.of(Destination.of(queue.arn()))), 1);
    handle(
        mapping(
            false,
            false,
            OptionalInt.of(0),
            Optional.of(Destination.of(ACCOUNT.arn("sns", "Failures")))),
        1);

    var message =
        queues.client().receiveMessage(receive -> receive.queueUrl(queue.url())).messages();
    for (var body : List.of(message.getFirst().body(), published.getFirst())) {
      assertThat(JSON.readTree(body).has("DDBStreamBatchInfo")).isTrue();
      assertThat(JSON.readTree(body).has("payload")).isFalse();
    }
  }

  @Test
  void aRecordThatBecameTooOldIsGivenUp() throws Exception {
    function.answer(event -> "throw");
    var endless =
        new StreamMapping(
            "RelayFunction",
            STREAM,
            StreamMapping.Start.LATEST,
            100,
            Duration.ZERO,
            EventFilter.none(),
            true,
            true,
            OptionalInt.empty(),
            Optional.of(Duration.ofHours(22)),
            Optional.of(Destination.of(ACCOUNT.arn("sns", "Failures"))));
    handle(endless, 1);

    assertThat(clock.instant()).isAfter(START.plus(Duration.ofHours(22)));
    assertThat(published)
        .singleElement()
        .satisfies(report -> assertThat(report).contains("RecordAgeExceeded"));
  }

  @Test
  void anAnswerThatCannotBeUnderstoodFailsTheWholeBatch() {
    for (var answer :
        List.of(
            "[]",
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
            "{\"batchItemFailures\":[{\"id\":\"0\"}]}",
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"9\"}]}",
            "{\"batchItemFailures\":")) {
      assertThat(read(answer)).as(answer).isInstanceOf(BatchOutcome.Failed.class);
    }
    for (var answer :
        List.of("", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}")) {
      assertThat(read(answer)).as(answer).isInstanceOf(BatchOutcome.Handled.class);
    }
  }

  private static BatchOutcome read(String answer) {
    return BatchOutcome.read(answer.getBytes(StandardCharsets.UTF_8), Set.of("0", "1"));
  }

  private void handle(StreamMapping mapping, int records) throws InterruptedException {
    var destinations =
        new Destinations(queues, buckets, (topic, message) -> published.add(message));
    new StreamBatches(mapping, ACCOUNT, function, destinations::deliver, clock, clock, line -> {})
        .handle("shard-1", IntStream.range(0, records).mapToObj(this::change).toList());
  }

  private Change change(int number) {
    var json = JSON.createObjectNode();
    json.putObject("dynamodb").put("SequenceNumber", Integer.toString(number));
    return new Change(Integer.toString(number), START, json);
  }

  private List<List<String>> batches() {
    return function.events().stream().map(StreamBatchesTest::numbers).toList();
  }

  private static List<String> numbers(JsonNode event) {
    return StreamSupport.stream(event.path("Records").spliterator(), false)
        .map(record -> record.at("/dynamodb/SequenceNumber").textValue())
        .toList();
  }

  private static String failed(String... numbers) {
    var answer = JSON.createObjectNode();
    var failures = answer.putArray("batchItemFailures");
    for (var number : numbers) {
      failures.addObject().put("itemIdentifier", number);
    }
    return answer.toString();
  }

  private static StreamMapping mapping(
      boolean reports, boolean bisects, OptionalInt retries, Optional<Destination> onFailure) {
    return new StreamMapping(
        "TallyFunction",
        STREAM,
        StreamMapping.Start.TRIM_HORIZON,
        100,
        Duration.ZERO,
        EventFilter.none(),
        reports,
        bisects,
        retries,
        Optional.empty(),
        onFailure);
  }
}
