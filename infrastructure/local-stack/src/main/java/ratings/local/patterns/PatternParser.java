package ratings.local.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import ratings.local.patterns.Condition.AnythingBut;
import ratings.local.patterns.Condition.Bound;
import ratings.local.patterns.Condition.Comparison;
import ratings.local.patterns.Condition.Equal;
import ratings.local.patterns.Condition.EqualIgnoringCase;
import ratings.local.patterns.Condition.Exists;
import ratings.local.patterns.Condition.Numeric;
import ratings.local.patterns.Condition.OnValue;
import ratings.local.patterns.Condition.Prefix;
import ratings.local.patterns.Condition.Suffix;

/** Reads patterns strictly. */
final class PatternParser {
  private static final String OR = "$or";

  private PatternParser() {}

  static Pattern parse(JsonNode pattern) {
    return fields(pattern, "$");
  }

  private static Pattern fields(JsonNode pattern, String place) {
    if (!pattern.isObject() || pattern.isEmpty()) {
      throw unknown(place, "a pattern must be an object with at least one field", pattern);
    }
    var fields = new LinkedHashMap<String, Pattern>();
    var all = new ArrayList<Pattern>();
    for (var field : pattern.properties()) {
      String inside = place + "." + field.getKey();
      if (field.getKey().equals(OR)) {
        all.add(new Pattern.Any(alternatives(field.getValue(), inside)));
      } else {
        fields.put(field.getKey(), field(field.getValue(), inside));
      }
    }
    all.add(new Pattern.Fields(fields));
    return all.size() == 1 ? all.getFirst() : new Pattern.All(all);
  }

  private static List<Pattern> alternatives(JsonNode patterns, String place) {
    if (!patterns.isArray() || patterns.size() < 2) {
      throw unknown(place, "$or takes a list of at least two patterns", patterns);
    }
    return elements(patterns).stream().map(pattern -> fields(pattern, place)).toList();
  }

  private static Pattern field(JsonNode pattern, String place) {
    if (!pattern.isArray()) {
      return fields(pattern, place);
    }
    if (pattern.isEmpty()) {
      throw unknown(place, "a list of conditions must not be empty", pattern);
    }
    return new Pattern.Leaf(
        elements(pattern).stream().map(condition -> condition(condition, place)).toList());
  }

  private static Condition condition(JsonNode condition, String place) {
    if (condition.isObject() && condition.size() == 1 && condition.has("exists")) {
      if (!condition.get("exists").isBoolean()) {
        throw unknown(place, "exists takes true or false", condition);
      }
      return new Exists(condition.get("exists").booleanValue());
    }
    return onValue(condition, place);
  }

  private static OnValue onValue(JsonNode condition, String place) {
    if (condition.isValueNode()) {
      return new Equal(condition);
    }
    if (!condition.isObject() || condition.size() != 1) {
      throw unknown(
          place, "a condition must be a value or an object with one comparison", condition);
    }
    var comparison = condition.properties().iterator().next();
    var operand = comparison.getValue();
    return switch (comparison.getKey()) {
      case "prefix" -> new Prefix(text(operand, place));
      case "suffix" -> new Suffix(text(operand, place));
      case "equals-ignore-case" -> new EqualIgnoringCase(text(operand, place));
      case "numeric" -> new Numeric(bounds(operand, place));
      case "anything-but" -> new AnythingBut(refused(operand, place));
      default -> throw unknown(place, "unknown comparison", condition);
    };
  }

  private static List<OnValue> refused(JsonNode operand, String place) {
    if (operand.isArray()) {
      return elements(operand).stream().map(value -> onValue(value, place)).toList();
    }
    if (operand.isObject() && operand.size() == 1) {
      var comparison = operand.properties().iterator().next();
      if (comparison.getValue().isArray() && !comparison.getKey().equals("numeric")) {
        return elements(comparison.getValue()).stream()
            .map(value -> onValue(one(operand, comparison.getKey(), value), place))
            .toList();
      }
    }
    return List.of(onValue(operand, place));
  }

  private static JsonNode one(JsonNode like, String comparison, JsonNode value) {
    return like.<ObjectNode>deepCopy().set(comparison, value);
  }

  private static List<Bound> bounds(JsonNode operand, String place) {
    if (!operand.isArray() || operand.isEmpty() || operand.size() % 2 != 0 || operand.size() > 4) {
      throw unknown(place, "numeric takes one or two comparisons with a number", operand);
    }
    var bounds = new ArrayList<Bound>();
    for (int i = 0; i < operand.size(); i += 2) {
      if (!operand.get(i + 1).isNumber()) {
        throw unknown(place, "numeric compares with numbers", operand);
      }
      bounds.add(
          new Bound(Comparison.of(text(operand.get(i), place)), operand.get(i + 1).decimalValue()));
    }
    return List.copyOf(bounds);
  }

  private static String text(JsonNode operand, String place) {
    if (!operand.isTextual()) {
      throw unknown(place, "text expected", operand);
    }
    return operand.textValue();
  }

  private static List<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static IllegalArgumentException unknown(String place, String why, JsonNode what) {
    return new IllegalArgumentException("filter pattern at " + place + ": " + why + ": " + what);
  }
}
