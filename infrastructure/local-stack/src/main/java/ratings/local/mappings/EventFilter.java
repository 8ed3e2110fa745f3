package ratings.local.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import ratings.local.patterns.Pattern;

/** A mapping's FilterCriteria: a record passes if one pattern matches, or if there is none. */
public record EventFilter(List<Pattern> patterns) {
  private static final JsonMapper JSON = new JsonMapper();

  public EventFilter {
    patterns = List.copyOf(patterns);
  }

  /** Lets everything pass. */
  public static EventFilter none() {
    return new EventFilter(List.of());
  }

  /**
   * Reads the {@code Pattern} texts of a mapping.
   *
   * @throws IllegalArgumentException for what is not JSON or not known
   */
  public static EventFilter of(List<String> patterns) {
    return new EventFilter(patterns.stream().map(EventFilter::pattern).toList());
  }

  boolean passes(JsonNode record) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(record));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.parse(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("filter pattern is not JSON: " + text, e);
    }
  }
}
