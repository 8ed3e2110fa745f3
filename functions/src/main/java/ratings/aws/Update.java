package ratings.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Puts the expressions of one {@code UpdateItem} together: every name and value by placeholder. */
final class Update {
  private final List<String> assignments = new ArrayList<>();
  private final List<String> removals = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  /** Sets an attribute, whatever it was. */
  Update set(String attribute, AttributeValue value) {
    assignments.add(name(attribute) + " = " + value(attribute, value));
    return this;
  }

  Update set(String attribute, Optional<AttributeValue> value) {
    value.ifPresent(v -> set(attribute, v));
    return this;
  }

  /** Sets an attribute only where the item has none. */
  Update keep(String attribute, AttributeValue value) {
    return setTo(attribute, attribute, value);
  }

  Update keep(String attribute, Optional<AttributeValue> value) {
    value.ifPresent(v -> keep(attribute, v));
    return this;
  }

  /** Sets an attribute to what another was before, or to the value where there was none. */
  Update setTo(String attribute, String other, AttributeValue otherwise) {
    assignments.add(
        name(attribute)
            + " = if_not_exists("
            + name(other)
            + ", "
            + value(attribute, otherwise)
            + ")");
    return this;
  }

  /** Takes attributes away; one that is not there stays away. */
  Update remove(String... attributes) {
    for (String attribute : attributes) {
      removals.add(name(attribute));
    }
    return this;
  }

  /** Counts an attribute up by one, from nothing. */
  Update count(String attribute) {
    var before =
        "if_not_exists(" + name(attribute) + ", " + value("zero", Attributes.number(0)) + ")";
    assignments.add(name(attribute) + " = " + before + " + " + value("one", Attributes.number(1)));
    return this;
  }

  /** A placeholder for a name in a condition. */
  String name(String attribute) {
    names.put("#" + attribute, attribute);
    return "#" + attribute;
  }

  /** A placeholder for a value in a condition. */
  String value(String placeholder, AttributeValue value) {
    values.put(":" + placeholder, value);
    return ":" + placeholder;
  }

  String missing(String attribute) {
    return "attribute_not_exists(" + name(attribute) + ")";
  }

  String missingOrEqual(String attribute, String placeholder, AttributeValue value) {
    return "("
        + missing(attribute)
        + " OR "
        + name(attribute)
        + " = "
        + value(placeholder, value)
        + ")";
  }

  UpdateItemRequest.Builder request() {
    return UpdateItemRequest.builder()
        .updateExpression(clause("SET ", assignments) + clause(" REMOVE ", removals))
        .expressionAttributeNames(names)
        .expressionAttributeValues(values);
  }

  private static String clause(String verb, List<String> parts) {
    return parts.isEmpty() ? "" : verb + String.join(", ", parts);
  }
}
