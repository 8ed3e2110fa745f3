package ratings.local.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.local.topics.Publication;

/**
 * A request to rate, as subscribers of its topic get it; what it does not say is empty.
 *
 * @param document all of it
 */
public record RequestMessage(Instant at, ObjectNode document) {
  private static final String TOPIC = "RatingRequestTopic";
  private static final JsonMapper JSON = new JsonMapper();

  /** One answer to choose. */
  public record Option(String value, String label, String url) {}

  /** The parts of a mail that asks. */
  public record Email(String subject, String text, String html) {}

  /** The request that was published, if that is what was. */
  public static Optional<RequestMessage> of(Publication publication) {
    if (!publication.topicArn().endsWith(":" + TOPIC)) {
      return Optional.empty();
    }
    try {
      return JSON.readTree(publication.message().text()) instanceof ObjectNode document
          ? Optional.of(new RequestMessage(publication.at(), document))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A text that it holds, empty if it holds none of that name. */
  public String say(String name) {
    return text(document, name);
  }

  public String customerName() {
    return text(document.path("customer"), "name");
  }

  public String customerEmail() {
    return text(document.path("customer"), "email");
  }

  public List<Option> options() {
    return document
        .path("options")
        .valueStream()
        .map(
            option ->
                new Option(
                    option.path("value").asText(""), text(option, "label"), text(option, "url")))
        .toList();
  }

  /** The mail, where the request goes out by mail. */
  public Optional<Email> email() {
    var email = document.path("email");
    return say("channel").equals("email") && email.isObject()
        ? Optional.of(new Email(text(email, "subject"), text(email, "text"), text(email, "html")))
        : Optional.empty();
  }

  private static String text(JsonNode node, String name) {
    return Optional.ofNullable(node.path(name).textValue()).orElse("");
  }
}
