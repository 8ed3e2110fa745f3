package ratings.functions.export;

import java.util.List;
import java.util.Map;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.http.Json;

/** The tickets that SQS hands to a function. */
record QueueEvent(List<Ticket> tickets) {

  static QueueEvent from(Map<String, Object> event) {
    return new QueueEvent(list(event.get("Records")).stream().map(QueueEvent::ticket).toList());
  }

  private static Ticket ticket(Object message) {
    if (json(text(object(message), "body")) instanceof Map<?, ?> ticket
        && ticket.get("workspace") instanceof String workspace
        && ticket.get("export") instanceof String export
        && ticket.get("hop") instanceof Number hop) {
      return new Ticket(workspace, export, hop.intValue());
    }
    throw new IllegalArgumentException("a message is no ticket");
  }

  private static Object json(String body) {
    try {
      return Json.read(body);
    } catch (Json.Malformed e) {
      throw new IllegalArgumentException("a message is no ticket", e);
    }
  }

  private static Map<?, ?> object(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("not a queue's event");
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("not a queue's event");
  }

  private static String text(Map<?, ?> object, String name) {
    if (object.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a queue's event without " + name);
  }
}
