package ratings.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Puts the expressions of one {@code UpdateItem} together: every name and value by placeholder. */
final class Update {
  private static final Map<String, String> PLACEHOLDERS = new ConcurrentHashMap<>();

  private final StringBuilder assignments = new StringBuilder(1500);
  private final StringBuilder removals = new StringBuilder();

  /** Into sets and out of them. */
  private final StringBuilder elements = new StringBuilder();

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  /** Sets an attribute, whatever it was. */
  Update set(String attribute, AttributeValue value) {
    assign(attribute).append(value(attribute, value));
    return this;
  }

  /** Sets a member of a map that is there. */
  Update set(String map, String member, AttributeValue value) {
    names.put("#member", member);
    assignment(name(map) + ".#member").append(value(map, value));
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
    assign(attribute)
        .append("if_not_exists(")
        .append(name(other))
        .append(", ")
        .append(value(attribute, otherwise))
        .append(')');
    return this;
  }

  /** Takes attributes away; one that is not there stays away. */
  Update remove(String... attributes) {
    for (String attribute : attributes) {
      removals.append(removals.isEmpty() ? " REMOVE " : ", ").append(name(attribute));
    }
    return this;
  }

  /** Puts elements into a set that need not be there. */
  Update insert(String attribute, AttributeValue some) {
    elements.append(" ADD ").append(name(attribute)).append(" ").append(value(attribute, some));
    return this;
  }

  /** Takes elements out of a set, which goes with its last. */
  Update delete(String attribute, AttributeValue some) {
    elements.append(" DELETE ").append(name(attribute)).append(" ").append(value(attribute, some));
    return this;
  }

  /** Takes an attribute away, unless something was said of it already. */
  Update removeUnlessSaid(String attribute) {
    return names.containsValue(attribute) ? this : remove(attribute);
  }

  /** Counts an attribute up by one, from nothing. */
  Update count(String attribute) {
    setTo(attribute, attribute, Attributes.number(0));
    assignments.append(" + ").append(value("one", Attributes.number(1)));
    return this;
  }

  /** A placeholder for a name in a condition. */
  String name(String attribute) {
    var placeholder = PLACEHOLDERS.computeIfAbsent(attribute, "#"::concat);
    names.put(placeholder, attribute);
    return placeholder;
  }

  /** A placeholder for a value in a condition. */
  String value(String placeholder, AttributeValue value) {
    values.put(":" + placeholder, value);
    return ":" + placeholder;
  }

  String missing(String attribute) {
    return "attribute_not_exists(" + name(attribute) + ")";
  }

  String exists(String attribute) {
    return "attribute_exists(" + name(attribute) + ")";
  }

  String isText(String attribute) {
    return "attribute_type(" + name(attribute) + ", " + value("text", Attributes.text("S")) + ")";
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
        .updateExpression(assignments.append(removals).append(elements).toString())
        .expressionAttributeNames(names)
        .expressionAttributeValues(values.isEmpty() ? null : values);
  }

  private StringBuilder assign(String attribute) {
    return assignment(name(attribute));
  }

  private StringBuilder assignment(String path) {
    return assignments.append(assignments.isEmpty() ? "SET " : ", ").append(path).append(" = ");
  }
}
