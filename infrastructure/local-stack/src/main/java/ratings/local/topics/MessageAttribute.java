package ratings.local.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;

/**
 * An attribute of a message.
 *
 * @param type {@code String}, {@code Number}, {@code String.Array} or {@code Binary}
 * @param value text; base64 for {@code Binary}, a JSON list for {@code String.Array}
 */
public record MessageAttribute(String type, String value) {
  private static final JsonMapper JSON = new JsonMapper();

  public MessageAttribute {
    if (value.isEmpty()) {
      throw SnsError.invalid("a message attribute of type " + type + " must not be empty");
    }
    filterable(type, value);
  }

  /** What a filter policy compares with. */
  JsonNode filterable() {
    return filterable(type, value);
  }

  private static JsonNode filterable(String type, String value) {
    return switch (type) {
      case "String", "Binary" -> JsonNodeFactory.instance.textNode(value);
      case "Number" -> number(value);
      case "String.Array" -> list(value);
      default -> throw SnsError.invalid("unknown data type of a message attribute: " + type);
    };
  }

  private static JsonNode number(String value) {
    try {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(value));
    } catch (NumberFormatException e) {
      throw SnsError.invalid("could not cast message attribute value to number: " + value);
    }
  }

  private static JsonNode list(String value) {
    try {
      var list = JSON.readTree(value);
      if (list.isArray()) {
        return list;
      }
    } catch (JsonProcessingException e) {
      throw SnsError.invalid("a String.Array attribute is not JSON: " + value);
    }
    throw SnsError.invalid("a String.Array attribute is not a JSON list: " + value);
  }
}
