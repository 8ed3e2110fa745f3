package ratings.local.requests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ratings.local.topics.Message;
import ratings.local.topics.Publication;

/** Requests to rate as they are published, for tests. */
public final class Published {
  public static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");

  private Published() {}

  /** A request to Ada, with all that there can be in it. */
  public static ObjectNode request(String channel) {
    var request =
        JsonNodeFactory.instance
            .objectNode()
            .put("requestId", "c1")
            .put("conversationId", "c1")
            .put("channel", channel)
            .put("text", "Wie war es?")
            .put("language", "de")
            .put("scale", "thumbs")
            .put("url", "https://r.example/r/t");
    request
        .putObject("customer")
        .put("id", "u1")
        .put("name", "Ada")
        .put("email", "ada@example.com");
    var options = request.putArray("options");
    options
        .addObject()
        .put("value", 0)
        .put("label", "nein")
        .put("url", "https://r.example/r/t?score=0");
    options
        .addObject()
        .put("value", 1)
        .put("label", "ja")
        .put("url", "https://r.example/r/t?score=1");
    if (channel.equals("email")) {
      request
          .putObject("email")
          .put("subject", "Wie war es, für Sie?")
          .put("text", "Wie war es?\n\nja: https://r.example/r/t?score=1\n")
          .put(
              "html",
              "<!DOCTYPE html>\n<html><head><title>x</title></head><body>ü</body></html>\n");
    }
    return request;
  }

  public static Publication on(String topic, String text) {
    return new Publication(
        UUID.randomUUID(),
        "arn:aws:sns:us-east-1:000000000000:" + topic,
        AT,
        new Message(Optional.empty(), text, Map.of()));
  }

  public static Publication of(ObjectNode request) {
    return on("RatingRequestTopic", request.toString());
  }
}
