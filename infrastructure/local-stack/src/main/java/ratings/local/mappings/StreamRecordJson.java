package ratings.local.mappings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** A stream's record as it stands in Lambda's event. */
final class StreamRecordJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StreamRecordJson() {}

  static ObjectNode of(Record record, String streamArn, String region) {
    var json =
        NODES
            .objectNode()
            .put("eventID", record.eventID())
            .put("eventName", record.eventNameAsString())
            .put("eventVersion", "1.1")
            .put("eventSource", "aws:dynamodb")
            .put("awsRegion", region);
    json.set("dynamodb", change(record.dynamodb()));
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("principalId", record.userIdentity().principalId())
          .put("type", record.userIdentity().type());
    }
    return json.put("eventSourceARN", streamArn);
  }

  /** The creation time is in whole seconds, as a number. */
  private static ObjectNode change(StreamRecord change) {
    var json = NODES.objectNode();
    if (change.approximateCreationDateTime() != null) {
      json.put(
          "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    }
    json.set("Keys", item(change.keys()));
    if (change.hasNewImage()) {
      json.set("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage()) {
      json.set("OldImage", item(change.oldImage()));
    }
    return json.put("SequenceNumber", change.sequenceNumber())
        .put("SizeBytes", change.sizeBytes())
        .put("StreamViewType", change.streamViewTypeAsString());
  }

  private static ObjectNode item(Map<String, AttributeValue> item) {
    var json = NODES.objectNode();
    item.forEach((name, value) -> json.set(name, AttributeJson.of(value)));
    return json;
  }
}
