package ratings.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.outbox.RatingEvent;
import ratings.domain.outbox.Sending;
import ratings.domain.outbox.Topic;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** A topic of SNS, which gets messages in batches of as many and as much as it takes. */
public final class SnsTopic<M> implements Topic<M> {
  private static final int MOST_ENTRIES = 10;

  /** SNS takes 256 KiB, of which attributes have their part. */
  private static final int MOST_BYTES = 192 * 1024;

  private final SnsClient sns;
  private final String topic;
  private final Retries retries;
  private final Function<M, SnsMessage> message;

  private SnsTopic(SnsClient sns, String topic, Retries retries, Function<M, SnsMessage> message) {
    this.sns = sns;
    this.topic = topic;
    this.retries = retries;
    this.message = message;
  }

  /**
   * A topic of low ratings.
   *
   * @param topic its ARN
   * @param body the JSON that an alert is told in
   */
  public static SnsTopic<Alert> ofAlerts(
      SnsClient sns, String topic, Retries retries, Function<Alert, String> body) {
    return new SnsTopic<>(sns, topic, retries, alert -> SnsMessage.of(alert, body.apply(alert)));
  }

  /**
   * A topic of requests to rate.
   *
   * @param topic its ARN
   * @param body the JSON that a request is told in
   */
  public static SnsTopic<Sending> ofRequests(
      SnsClient sns, String topic, Retries retries, Function<Sending, String> body) {
    return new SnsTopic<>(
        sns, topic, retries, sending -> SnsMessage.of(sending, body.apply(sending)));
  }

  /**
   * A topic of stored and changed ratings.
   *
   * @param topic its ARN
   * @param body the JSON that a change is told in
   */
  public static SnsTopic<RatingEvent> ofEvents(
      SnsClient sns, String topic, Retries retries, Function<RatingEvent, String> body) {
    return new SnsTopic<>(sns, topic, retries, event -> SnsMessage.of(event, body.apply(event)));
  }

  @Override
  public List<Outcome> publish(List<M> messages) {
    var outcomes = new Outcome[messages.size()];
    var batch = new ArrayList<PublishBatchRequestEntry>();
    int bytes = 0;
    for (int i = 0; i < outcomes.length; i++) {
      var entry = entry(i, messages.get(i));
      if (entry.isEmpty()) {
        outcomes[i] = Outcome.LATER;
        continue;
      }
      int more = entry.get().message().getBytes(StandardCharsets.UTF_8).length;
      if (batch.size() == MOST_ENTRIES || bytes + more > MOST_BYTES) {
        publish(batch, outcomes);
        batch.clear();
        bytes = 0;
      }
      batch.add(entry.get());
      bytes += more;
    }
    if (!batch.isEmpty()) {
      publish(batch, outcomes);
    }
    return List.of(outcomes);
  }

  /** A topic that refuses us is as one that is down: what waits for another one goes out. */
  private void publish(List<PublishBatchRequestEntry> batch, Outcome[] outcomes) {
    batch.forEach(entry -> outcomes[Integer.parseInt(entry.id())] = Outcome.LATER);
    try {
      var answer =
          retries.call(
              () -> sns.publishBatch(b -> b.topicArn(topic).publishBatchRequestEntries(batch)));
      answer.successful().forEach(sent -> outcomes[Integer.parseInt(sent.id())] = Outcome.SENT);
      answer.failed().forEach(error -> outcomes[Integer.parseInt(error.id())] = outcome(error));
    } catch (Unavailable snsIsDown) {
      Trouble.log("publish", snsIsDown.getCause());
    } catch (SdkException refused) {
      Trouble.log("publish", refused);
    }
  }

  private static Outcome outcome(BatchResultErrorEntry error) {
    Trouble.log("publish", error.code());
    return error.senderFault() ? Outcome.NEVER : Outcome.LATER;
  }

  /** Nothing where what it takes to make it cannot be had now. */
  private Optional<PublishBatchRequestEntry> entry(int number, M message) {
    try {
      return Optional.of(this.message.apply(message).entry(number));
    } catch (Unavailable e) {
      Trouble.log("message", e.getCause());
      return Optional.empty();
    }
  }
}
