package ratings.local.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was called, for whoever watches: the latest calls, and how many each function had. */
public final class CallLog {
  private static final int KEPT = 15;
  private static final JsonFactory JSON = new JsonFactory();

  private final Deque<Call> latest = new ArrayDeque<>();
  private final Map<String, Integer> counts = new HashMap<>();

  void add(Instant at, String function, Outcome outcome, Duration took) {
    var call = new Call(at, function, status(outcome), outcome instanceof Outcome.Failed, took);
    synchronized (this) {
      counts.merge(function, 1, Integer::sum);
      latest.addFirst(call);
      if (latest.size() > KEPT) {
        latest.removeLast();
      }
    }
  }

  /** The latest calls, newest first. */
  public synchronized List<Call> latest() {
    return List.copyOf(latest);
  }

  /** How often a function was called. */
  public synchronized int count(String function) {
    return counts.getOrDefault(function, 0);
  }

  private static String status(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(byte[] payload) -> status(payload);
      case Outcome.Failed failed -> failed.type();
    };
  }

  /** The field {@code statusCode}, where an object has one. */
  private static String status(byte[] payload) {
    try (var parser = JSON.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "ok";
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("statusCode");
        parser.nextToken();
        if (found) {
          return parser.getValueAsString("ok");
        }
        parser.skipChildren();
      }
    } catch (IOException notJson) {
      return "no JSON";
    }
    return "ok";
  }
}
