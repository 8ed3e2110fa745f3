package ratings.functions.webhook;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.http.Json;

/** Events as SNS hands them to a function, for tests. */
final class Topics {
  static final String LOW_RATING =
      "{\"text\":\"canary was rated 1 of 5\",\"alertId\":\"a1\",\"score\":1,\"feedback\":\"canary"
          + " \u2639\"}";
  static final String REQUEST =
      "{\"requestId\":\"c1\",\"customer\":{\"email\":\"canary@example.com\"},\"url\":\"https://canary.example/r/x\"}";

  static final String RATING =
      "{\"eventId\":\"e1\",\"rating\":{\"id\":\"c1\",\"feedback\":\"canary\"}}";

  private Topics() {}

  /** A request to rate, on its way as that sending. */
  static InputStream sending(String id) {
    return told("acme", "rating-request", "email", "support", REQUEST, Map.of("sending", id));
  }

  static InputStream told(
      String workspace, String event, String channel, String line, String message) {
    return told(workspace, event, channel, line, message, Map.of());
  }

  private static InputStream told(
      String workspace,
      String event,
      String channel,
      String line,
      String message,
      Map<String, String> more) {
    var attributes = new LinkedHashMap<String, Object>();
    more.forEach((name, value) -> attributes.put(name, attribute(value)));
    attributes.put("workspace", attribute(workspace));
    attributes.put("event", attribute(event));
    attributes.put("channel", attribute(channel));
    attributes.put("line", attribute(line));
    var sns =
        Map.of(
            "MessageId",
            "8f6c",
            "Timestamp",
            "2026-11-21T09:30:01.234Z",
            "Message",
            message,
            "MessageAttributes",
            attributes);
    var record = Map.of("EventSource", "aws:sns", "Sns", sns);
    return stream(Map.of("Records", List.of(record)));
  }

  static InputStream stream(Object event) {
    return new ByteArrayInputStream(Json.write(event));
  }

  private static Map<String, String> attribute(String value) {
    return Map.of("Type", "String", "Value", value);
  }
}
