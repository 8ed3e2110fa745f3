package ratings.local.mappings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event that a function with a stream mapping gets. */
final class StreamEvent {
  private StreamEvent() {}

  static ObjectNode json(List<Change> changes) {
    var event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    changes.forEach(change -> records.add(change.json()));
    return event;
  }

  static byte[] bytes(List<Change> changes) {
    return json(changes).toString().getBytes(StandardCharsets.UTF_8);
  }
}
