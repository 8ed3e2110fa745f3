package ratings.local.topics;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What somebody publishes. */
public record Message(
    Optional<String> subject, String text, Map<String, MessageAttribute> attributes) {
  /** SNS's limit for a message, and for all messages of a batch together. */
  static final int MOST_BYTES = 256 * 1024;

  public Message {
    attributes = Map.copyOf(attributes);
    if (text.isEmpty()) {
      throw SnsError.invalid("Empty message");
    }
    if (bytes(text, attributes) > MOST_BYTES) {
      throw SnsError.invalid("Message too long");
    }
    if (subject.filter(line -> line.isEmpty() || line.length() > 100).isPresent()) {
      throw SnsError.invalid("Subject must have 1 to 100 characters");
    }
  }

  int bytes() {
    return bytes(text, attributes);
  }

  private static int bytes(String text, Map<String, MessageAttribute> attributes) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    for (var attribute : attributes.entrySet()) {
      bytes += attribute.getKey().getBytes(StandardCharsets.UTF_8).length;
      bytes += attribute.getValue().type().length();
      bytes += attribute.getValue().value().getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }
}
