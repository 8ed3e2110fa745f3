package ratings.functions.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.http.Json;

/** The tickets that SQS hands to a function, and the answer that takes them off the queue. */
record QueueEvent(List<Ticket> tickets) {

  static QueueEvent read(InputStream in) throws IOException {
    var tickets = new ArrayList<Ticket>();
    for (Object each : list(object(json(in.readAllBytes())).get("Records"))) {
      var fields = object(each);
      var body = object(json(text(fields, "body").getBytes(StandardCharsets.UTF_8)));
      tickets.add(new Ticket(text(body, "workspace"), text(body, "export"), whole(body, "hop")));
    }
    return new QueueEvent(tickets);
  }

  /** That all were worked on. */
  static byte[] nothingAgain() {
    return Json.write(Map.of("batchItemFailures", List.of()));
  }

  private static Object json(byte[] bytes) throws IOException {
    try {
      return Json.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (Json.Malformed e) {
      throw new IOException("not a queue's event", e);
    }
  }

  private static Map<?, ?> object(Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IOException("not a queue's event");
  }

  private static List<?> list(Object value) throws IOException {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IOException("not a queue's event");
  }

  private static int whole(Map<?, ?> object, String name) throws IOException {
    if (object.get(name) instanceof Number number) {
      return number.intValue();
    }
    throw new IOException("a queue's event without " + name);
  }

  private static String text(Map<?, ?> object, String name) throws IOException {
    var value = object.get(name);
    if (value == null) {
      throw new IOException("a queue's event without " + name);
    }
    return value.toString();
  }
}
