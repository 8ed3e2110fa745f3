package ratings.local.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import ratings.local.queues.Queues;
import ratings.local.storage.Buckets;
import software.amazon.awssdk.core.sync.RequestBody;

/** Delivers reports of failed batches to what the stack runs. */
public final class Destinations {
  private final Queues queues;
  private final Buckets buckets;
  private final BiConsumer<String, String> publish;

  /**
   * @param publish takes a topic's ARN and a message
   */
  public Destinations(Queues queues, Buckets buckets, BiConsumer<String, String> publish) {
    this.queues = queues;
    this.buckets = buckets;
    this.publish = publish;
  }

  void deliver(Destination destination, FailedBatch failed) {
    switch (destination) {
      case Destination.ToQueue(var arn) -> send(arn, failed.report());
      case Destination.ToTopic(var arn) -> publish.accept(arn, failed.report().toString());
      case Destination.ToBucket(var name) ->
          buckets
              .client()
              .putObject(
                  put -> put.bucket(name).key(failed.objectKey()).contentType("application/json"),
                  RequestBody.fromString(failed.reportWithRecords().toString()));
    }
  }

  private void send(String arn, ObjectNode report) {
    String url = queues.url(arn);
    queues.client().sendMessage(send -> send.queueUrl(url).messageBody(report.toString()));
  }
}
