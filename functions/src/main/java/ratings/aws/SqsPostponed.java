package ratings.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ratings.domain.Unavailable;
import ratings.domain.outbox.Postponed;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What could not be told now as messages of an SQS queue, which holds each back by itself.
 *
 * @param queue its whole URL, as SQS names its queues
 */
public record SqsPostponed(SqsClient sqs, String queue, Retries retries) implements Postponed {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** What the queue would never take cannot be left there either. */
  @Override
  public void keep(byte[] record) {
    var body = new String(record, StandardCharsets.UTF_8);
    int seconds = Math.toIntExact(PAUSE.toSeconds());
    try {
      retries.call(
          () ->
              sqs.sendMessage(
                  message -> message.queueUrl(queue).messageBody(body).delaySeconds(seconds)));
    } catch (SdkException refused) {
      throw new Unavailable("the queue refused a record", refused);
    }
  }
}
