package ratings.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;

/** How an invocation ended. */
public sealed interface Outcome {
  /** JSON as UTF-8: what the function returned, or Lambda's description of the error. */
  byte[] payload();

  /** The function returned. */
  record Answered(byte[] payload) implements Outcome {}

  /**
   * The function threw, exceeded its time, or its process died.
   *
   * @param type such as {@code Sandbox.Timedout}, {@code Runtime.ExitError} or an exception's class
   */
  record Failed(String type, String message, byte[] payload) implements Outcome {
    static Failed of(String type, String message) {
      var json = JsonNodeFactory.instance.objectNode();
      json.put("errorType", type).put("errorMessage", message);
      return new Failed(type, message, json.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
