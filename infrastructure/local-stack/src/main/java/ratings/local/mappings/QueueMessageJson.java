package ratings.local.mappings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A queue's message as it stands in Lambda's event. */
final class QueueMessageJson {
  private QueueMessageJson() {}

  static ObjectNode of(Message message, String queueArn, String region) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("messageId", message.messageId())
            .put("receiptHandle", message.receiptHandle())
            .put("body", message.body());
    var attributes = json.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    var messageAttributes = json.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach((name, value) -> messageAttributes.set(name, attribute(value)));
    if (message.md5OfMessageAttributes() != null) {
      json.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
    }
    return json.put("md5OfBody", message.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", queueArn)
        .put("awsRegion", region);
  }

  private static ObjectNode attribute(MessageAttributeValue value) {
    var json = JsonNodeFactory.instance.objectNode();
    if (value.stringValue() != null) {
      json.put("stringValue", value.stringValue());
    }
    if (value.binaryValue() != null) {
      json.put(
          "binaryValue",
          Base64.getEncoder().encodeToString(value.binaryValue().asByteArrayUnsafe()));
    }
    json.putArray("stringListValues");
    json.putArray("binaryListValues");
    return json.put("dataType", value.dataType());
  }
}
