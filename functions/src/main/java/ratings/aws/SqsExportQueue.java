package ratings.aws;

import java.nio.charset.StandardCharsets;
import ratings.domain.export.ExportQueue;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Tickets in SQS. */
public final class SqsExportQueue implements ExportQueue {
  private final SqsClient sqs;
  private final String queue;
  private final Retries retries;

  /**
   * Over a client.
   *
   * @param queue its whole URL, as SQS names its queues
   */
  public SqsExportQueue(SqsClient sqs, String queue, Retries retries) {
    this.sqs = sqs;
    this.queue = queue;
    this.retries = retries;
  }

  @Override
  public void send(Ticket ticket) {
    retries.call(
        () -> sqs.sendMessage(message -> message.queueUrl(queue).messageBody(body(ticket))));
  }

  private static String body(Ticket ticket) {
    var json =
        JsonWriter.create()
            .writeStartObject()
            .writeFieldName("workspace")
            .writeValue(ticket.workspace())
            .writeFieldName("export")
            .writeValue(ticket.export())
            .writeFieldName("hop")
            .writeValue(ticket.hop())
            .writeEndObject();
    return new String(json.getBytes(), StandardCharsets.UTF_8);
  }
}
