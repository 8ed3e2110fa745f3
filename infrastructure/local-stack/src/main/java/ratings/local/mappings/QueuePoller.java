package ratings.local.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Collects a queue's messages into batches. What was handled is deleted; what failed comes back
 * when its visibility timeout ends, until the queue's redrive policy takes it away.
 */
final class QueuePoller implements Poller {
  private static final JsonMapper JSON = new JsonMapper();

  /** What SQS hands out, or takes back, at most in one call. */
  private static final int MOST_MESSAGES = 10;

  private final QueueMapping mapping;
  private final String region;
  private final SqsClient sqs;
  private final String queueUrl;
  private final Invoker invoker;
  private final InstantSource clock;
  private final Report report;
  private final List<Message> waiting = new ArrayList<>();
  private Instant since = Instant.MAX;

  QueuePoller(
      QueueMapping mapping,
      String region,
      SqsClient sqs,
      String queueUrl,
      Invoker invoker,
      InstantSource clock,
      Report report) {
    this.mapping = mapping;
    this.region = region;
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.invoker = invoker;
    this.clock = clock;
    this.report = report;
  }

  @Override
  public boolean poll() {
    boolean received = receive();
    if (waiting.size() < mapping.batchSize() && clock.instant().isBefore(due())) {
      return received;
    }
    var batch = List.copyOf(waiting);
    waiting.clear();
    delete(handled(batch));
    return true;
  }

  private Instant due() {
    return waiting.isEmpty() ? Instant.MAX : since.plus(mapping.window());
  }

  private boolean receive() {
    int room = Math.min(MOST_MESSAGES, mapping.batchSize() - waiting.size());
    var messages =
        sqs.receiveMessage(
                receive ->
                    receive
                        .queueUrl(queueUrl)
                        .maxNumberOfMessages(room)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
            .messages();
    if (waiting.isEmpty()) {
      since = clock.instant();
    }
    var parts = messages.stream().collect(Collectors.partitioningBy(this::passes));
    waiting.addAll(parts.get(true));
    delete(parts.get(false));
    return !messages.isEmpty();
  }

  private List<Message> handled(List<Message> batch) {
    return switch (invoke(batch)) {
      case BatchOutcome.Handled() -> batch;
      case BatchOutcome.PartlyFailed(var failed) ->
          batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
      case BatchOutcome.Failed(var why) -> {
        report.line(mapping.function() + ": a batch of " + batch.size() + ": " + why);
        yield List.of();
      }
    };
  }

  private BatchOutcome invoke(List<Message> batch) {
    var event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    batch.forEach(message -> records.add(json(message)));
    try {
      byte[] response =
          invoker.invoke(mapping.function(), event.toString().getBytes(StandardCharsets.UTF_8));
      return mapping.reportsFailures()
          ? BatchOutcome.read(response, ids(batch))
          : new BatchOutcome.Handled();
    } catch (InvocationFailed e) {
      return new BatchOutcome.Failed(e.getMessage());
    }
  }

  private void delete(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += MOST_MESSAGES) {
      var some = messages.subList(from, Math.min(messages.size(), from + MOST_MESSAGES));
      var entries =
          IntStream.range(0, some.size())
              .mapToObj(
                  i ->
                      DeleteMessageBatchRequestEntry.builder()
                          .id(Integer.toString(i))
                          .receiptHandle(some.get(i).receiptHandle())
                          .build())
              .toList();
      sqs.deleteMessageBatch(delete -> delete.queueUrl(queueUrl).entries(entries));
    }
  }

  /** A pattern may see the body as text or, if it is JSON, look into it. */
  private boolean passes(Message message) {
    var json = json(message);
    if (mapping.filter().passes(json)) {
      return true;
    }
    try {
      return mapping.filter().passes(json.set("body", JSON.readTree(message.body())));
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private ObjectNode json(Message message) {
    return QueueMessageJson.of(message, mapping.queueArn(), region);
  }

  private static Set<String> ids(List<Message> batch) {
    return batch.stream().map(Message::messageId).collect(Collectors.toSet());
  }
}
