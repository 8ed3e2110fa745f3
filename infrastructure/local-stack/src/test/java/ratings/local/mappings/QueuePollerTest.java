package ratings.local.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import ratings.local.queues.CreatedQueue;
import ratings.local.queues.Queue;
import ratings.local.queues.Queues;
import ratings.local.queues.Redrive;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuePollerTest {
  private static final Account ACCOUNT = Account.local();
  private static Queues queues;

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final RecordingFunction function = new RecordingFunction();

  @BeforeAll
  static void start() {
    queues = Queues.start(ACCOUNT, 0);
  }

  @AfterAll
  static void stop() {
    queues.close();
  }

  @Test
  void lambdaReadsTheMessageAndItIsDeletedAfterwards() {
    var queue = queues.create(Queue.named("Read"));
    queues
        .client()
        .sendMessage(
            send ->
                send.queueUrl(queue.url())
                    .messageBody("{\"export\":\"e1\"}")
                    .messageAttributes(
                        Map.of(
                            "hop",
                            MessageAttributeValue.builder()
                                .dataType("Number")
                                .stringValue("3")
                                .build())));

    poller(queue, 10, Duration.ZERO, EventFilter.none(), false).poll();

    var message = function.lastAs(SQSEvent.class).getRecords().getFirst();
    assertThat(message.getBody()).isEqualTo("{\"export\":\"e1\"}");
    assertThat(message.getMd5OfBody()).hasSize(32);
    assertThat(message.getMessageId()).isNotEmpty();
    assertThat(message.getReceiptHandle()).isNotEmpty();
    assertThat(message.getEventSource()).isEqualTo("aws:sqs");
    assertThat(message.getEventSourceArn()).isEqualTo(queue.arn());
    assertThat(message.getAwsRegion()).isEqualTo(ACCOUNT.region());
    assertThat(message.getMessageAttributes().get("hop").getStringValue()).isEqualTo("3");
    assertThat(message.getMessageAttributes().get("hop").getDataType()).isEqualTo("Number");
    assertThat(message.getAttributes())
        .containsEntry("ApproximateReceiveCount", "1")
        .containsKeys("SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp");
    assertThat(left(queue)).isZero();
  }

  @Test
  void onlyTheMessagesThatFailedComeBack() {
    var queue = visibleAgainAtOnce("Partly", Optional.empty());
    send(queue, "good", "bad");
    function.answer(
        event -> {
          for (var record : event.path("Records")) {
            if (record.path("body").textValue().equals("bad")) {
              return "{\"batchItemFailures\":[{\"itemIdentifier\":\""
                  + record.path("messageId").textValue()
                  + "\"}]}";
            }
          }
          return "{}";
        });

    var poller = poller(queue, 10, Duration.ZERO, EventFilter.none(), true);
    poller.poll();
    assertThat(left(queue)).isEqualTo(1);
    poller.poll();

    assertThat(bodies().getLast()).containsExactly("bad");
  }

  @Test
  void aPoisonMessageEndsInTheDeadLetterQueue() {
    var dead = queues.create(Queue.named("PoisonDead"));
    var queue = visibleAgainAtOnce("Poison", Optional.of(new Redrive("PoisonDead", 2)));
    send(queue, "poison");
    function.answer(event -> "throw");

    var poller = poller(queue, 1, Duration.ZERO, EventFilter.none(), false);
    for (int i = 0; i < 4; i++) {
      poller.poll();
    }

    assertThat(function.events()).hasSize(2);
    assertThat(left(dead)).isEqualTo(1);
  }

  @Test
  void aBatchWaitsForItsWindow() {
    var queue = queues.create(Queue.named("Windowed"));
    var poller = poller(queue, 20, Duration.ofSeconds(5), EventFilter.none(), false);
    send(queue, "one");
    poller.poll();
    send(queue, "two");
    poller.poll();
    assertThat(function.events()).isEmpty();

    clock.last(Duration.ofSeconds(5));
    poller.poll();
    assertThat(bodies()).containsExactly(List.of("one", "two"));
  }

  @Test
  void whatTheFilterRefusesIsDeletedUnseen() {
    var queue = queues.create(Queue.named("Filtered"));
    var filter = EventFilter.of(List.of("{\"body\":{\"kind\":[\"export\"]}}"));
    send(queue, "{\"kind\":\"export\"}", "{\"kind\":\"other\"}", "not json");

    var poller = poller(queue, 10, Duration.ZERO, filter, false);
    poller.poll();

    assertThat(bodies()).containsExactly(List.of("{\"kind\":\"export\"}"));
    assertThat(left(queue)).isZero();
  }

  @Test
  void aLargeBatchWithoutAWindowIsRefusedAsLambdaRefusesIt() {
    assertThatThrownBy(
            () ->
                new QueueMapping(
                    "RunExportFunction", "arn", 11, Duration.ZERO, EventFilter.none(), true, 1))
        .hasMessageContaining("MaximumBatchingWindowInSeconds");
  }

  private static CreatedQueue visibleAgainAtOnce(String name, Optional<Redrive> redrive) {
    return queues.create(new Queue(name, Duration.ZERO, Duration.ZERO, redrive));
  }

  private static void send(CreatedQueue queue, String... bodies) {
    for (var body : bodies) {
      queues.client().sendMessage(send -> send.queueUrl(queue.url()).messageBody(body));
    }
  }

  private List<List<String>> bodies() {
    return function.events().stream()
        .map(event -> event.path("Records").findValuesAsText("body"))
        .toList();
  }

  private static int left(CreatedQueue queue) {
    var attributes =
        queues
            .client()
            .getQueueAttributes(
                get -> get.queueUrl(queue.url()).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private QueuePoller poller(
      CreatedQueue queue,
      int batchSize,
      Duration window,
      EventFilter filter,
      boolean reportsFailures) {
    var mapping =
        new QueueMapping(
            "RunExportFunction", queue.arn(), batchSize, window, filter, reportsFailures, 1);
    return new QueuePoller(
        mapping, ACCOUNT.region(), queues.client(), queue.url(), function, clock, line -> {});
  }
}
