package ratings.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ratings.domain.document.Timestamp;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Letters;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Letters as messages of an SQS queue, which holds each back by itself. */
public final class SqsLetters implements Letters {
  private final SqsClient sqs;
  private final String queue;
  private final Retries retries;

  /**
   * Over a client.
   *
   * @param queue its whole URL, as SQS names its queues
   */
  public SqsLetters(SqsClient sqs, String queue, Retries retries) {
    this.sqs = sqs;
    this.queue = queue;
    this.retries = retries;
  }

  /** SQS counts in seconds; a part of one is waited for as well, so that none comes too soon. */
  @Override
  public void send(Letter letter, Duration wait) {
    int seconds = Math.toIntExact(wait.plusMillis(999).toSeconds());
    retries.call(
        () ->
            sqs.sendMessage(
                message ->
                    message.queueUrl(queue).messageBody(body(letter)).delaySeconds(seconds)));
  }

  /** Leaves a message there that holds no letter, as it came. */
  public void keep(String text) {
    retries.call(() -> sqs.sendMessage(message -> message.queueUrl(queue).messageBody(text)));
  }

  private static String body(Letter letter) {
    var json =
        JsonWriter.create()
            .writeStartObject()
            .writeFieldName("workspace")
            .writeValue(letter.workspace())
            .writeFieldName("webhook")
            .writeValue(letter.webhook())
            .writeFieldName("id")
            .writeValue(letter.id())
            .writeFieldName("tried")
            .writeValue(letter.tried())
            .writeFieldName("due")
            .writeValue(Timestamp.format(letter.due()))
            .writeFieldName("body")
            .writeValue(letter.body());
    letter.entry().ifPresent(entry -> json.writeFieldName("entry").writeValue(entry));
    json.writeEndObject();
    return new String(json.getBytes(), StandardCharsets.UTF_8);
  }
}
