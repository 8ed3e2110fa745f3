package ratings.local.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratings.local.patterns.Pattern;

/**
 * The attributes that a subscriber may set.
 *
 * @param attributes as they were given, by SNS's names
 */
public record SubscriptionSettings(Map<String, String> attributes) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String POLICY = "FilterPolicy";
  private static final String SCOPE = "FilterPolicyScope";
  private static final String RAW = "RawMessageDelivery";
  private static final String REDRIVE = "RedrivePolicy";

  public SubscriptionSettings {
    attributes = Map.copyOf(attributes);
    for (var attribute : attributes.entrySet()) {
      check(attribute.getKey(), attribute.getValue());
    }
  }

  /** Everything passes, nothing is raw. */
  public static SubscriptionSettings none() {
    return new SubscriptionSettings(Map.of());
  }

  /** The same with one attribute set; an empty value takes it away. */
  SubscriptionSettings with(String name, String value) {
    var changed = new TreeMap<>(attributes);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new SubscriptionSettings(changed);
  }

  boolean isFilter() {
    return attributes.containsKey(POLICY);
  }

  boolean isRaw() {
    return Boolean.parseBoolean(attributes.get(RAW));
  }

  /** The queue's ARN for what could not be delivered. */
  Optional<String> deadLetterQueue() {
    return Optional.ofNullable(attributes.get(REDRIVE))
        .map(policy -> json(REDRIVE, policy).path("deadLetterTargetArn").asText());
  }

  boolean passes(Message message) {
    String policy = attributes.get(POLICY);
    if (policy == null) {
      return true;
    }
    var document =
        "MessageBody".equals(attributes.get(SCOPE)) ? body(message) : attributes(message);
    return document.isObject() && Pattern.parse(json(POLICY, policy)).matches(document);
  }

  private static JsonNode body(Message message) {
    try {
      return JSON.readTree(message.text());
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static JsonNode attributes(Message message) {
    var document = JsonNodeFactory.instance.objectNode();
    message.attributes().forEach((name, value) -> document.set(name, value.filterable()));
    return document;
  }

  private static void check(String name, String value) {
    switch (name) {
      case POLICY -> checkPolicy(value);
      case SCOPE -> {
        if (!value.equals("MessageAttributes") && !value.equals("MessageBody")) {
          throw SnsError.invalid(SCOPE + ": " + value);
        }
      }
      case RAW -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw SnsError.invalid(RAW + ": " + value);
        }
      }
      case REDRIVE -> {
        if (!json(REDRIVE, value).path("deadLetterTargetArn").isTextual()) {
          throw SnsError.invalid(REDRIVE + " without deadLetterTargetArn");
        }
      }
      default -> throw SnsError.invalid("AttributeName: " + name + " is not known here");
    }
  }

  private static void checkPolicy(String value) {
    try {
      Pattern.parse(json(POLICY, value));
    } catch (IllegalArgumentException e) {
      throw SnsError.invalid(POLICY + ": " + e.getMessage());
    }
  }

  private static JsonNode json(String name, String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException e) {
      throw SnsError.invalid(name + " is not JSON");
    }
  }
}
