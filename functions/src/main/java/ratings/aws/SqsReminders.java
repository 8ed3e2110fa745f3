package ratings.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ratings.domain.document.Timestamp;
import ratings.domain.outbox.Cue;
import ratings.domain.outbox.Reminders;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Reminders as messages of an SQS queue, which holds each back by itself. */
public final class SqsReminders implements Reminders {
  private final SqsClient sqs;
  private final String queue;
  private final Retries retries;

  /**
   * Over a client.
   *
   * @param queue its whole URL, as SQS names its queues
   */
  public SqsReminders(SqsClient sqs, String queue, Retries retries) {
    this.sqs = sqs;
    this.queue = queue;
    this.retries = retries;
  }

  /** SQS counts in seconds; a part of one is waited for as well, so that none comes too soon. */
  @Override
  public void send(Cue.Reminder reminder, Duration pause) {
    int seconds = Math.toIntExact(pause.plusMillis(999).toSeconds());
    retries.call(
        () ->
            sqs.sendMessage(
                message ->
                    message.queueUrl(queue).messageBody(body(reminder)).delaySeconds(seconds)));
  }

  private static String body(Cue.Reminder reminder) {
    var json =
        JsonWriter.create()
            .writeStartObject()
            .writeFieldName("key")
            .writeValue(reminder.key())
            .writeFieldName("sendAt")
            .writeValue(Timestamp.format(reminder.sendAt()))
            .writeEndObject();
    return new String(json.getBytes(), StandardCharsets.UTF_8);
  }
}
