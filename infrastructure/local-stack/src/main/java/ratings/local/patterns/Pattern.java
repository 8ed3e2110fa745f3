package ratings.local.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a document must look like. */
public sealed interface Pattern {

  boolean matches(JsonNode document);

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException naming the place and what is not known there
   */
  static Pattern parse(JsonNode pattern) {
    return PatternParser.parse(pattern);
  }

  /** Every field matches its pattern; in a list one element with all of them is enough. */
  record Fields(Map<String, Pattern> fields) implements Pattern {
    public Fields {
      fields = Map.copyOf(fields);
    }

    @Override
    public boolean matches(JsonNode document) {
      if (document.isArray()) {
        return StreamSupport.stream(document.spliterator(), false).anyMatch(this::matches);
      }
      return fields.entrySet().stream()
          .allMatch(field -> field.getValue().matches(value(document, field.getKey())));
    }

    private static JsonNode value(JsonNode document, String field) {
      return document.isObject() ? document.path(field) : MissingNode.getInstance();
    }
  }

  /** All of these match the same document: fields beside an {@code $or}. */
  record All(List<Pattern> patterns) implements Pattern {
    public All {
      patterns = List.copyOf(patterns);
    }

    @Override
    public boolean matches(JsonNode document) {
      return patterns.stream().allMatch(pattern -> pattern.matches(document));
    }
  }

  /** One of these matches: {@code $or}. */
  record Any(List<Pattern> patterns) implements Pattern {
    public Any {
      patterns = List.copyOf(patterns);
    }

    @Override
    public boolean matches(JsonNode document) {
      return patterns.stream().anyMatch(pattern -> pattern.matches(document));
    }
  }

  /** One of these conditions holds for the value here, or for one of a list's values. */
  record Leaf(List<Condition> conditions) implements Pattern {
    public Leaf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean matches(JsonNode document) {
      var values = values(document);
      return conditions.stream().anyMatch(condition -> condition.holds(values));
    }

    /** Only leaves count: an object is not a value. */
    private static List<JsonNode> values(JsonNode node) {
      if (node.isMissingNode() || node.isObject()) {
        return List.of();
      }
      if (node.isArray()) {
        return StreamSupport.stream(node.spliterator(), false)
            .flatMap(element -> values(element).stream())
            .toList();
      }
      return List.of(node);
    }
  }
}
