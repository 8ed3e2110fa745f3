package ratings.functions.export;

import java.util.List;
import java.util.Map;

/** Tickets as the queue hands them over. */
final class Tickets {
  private Tickets() {}

  static Map<String, Object> event(String body) {
    return Map.of("Records", List.of(Map.of("messageId", "m-1", "body", body)));
  }
}
