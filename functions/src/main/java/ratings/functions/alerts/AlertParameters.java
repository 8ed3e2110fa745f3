package ratings.functions.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.notification.AlertFilter;
import ratings.domain.notification.AlertQuery;

/**
 * What the query of the log asks for.
 *
 * @param query from the first page on
 * @param cursor as the client sent it, where it goes on from another page
 */
record AlertParameters(AlertQuery query, Optional<String> cursor) {
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final int MOST = 200;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");

  /** Reads limit and cursor, and takes everything else for the filter. */
  static Reading<AlertParameters> read(
      String workspace, List<Map.Entry<String, String>> parameters) {
    var violations = new ArrayList<Violation>();
    var asked = new LinkedHashMap<String, Object>();
    for (var parameter : parameters) {
      if (asked.put(parameter.getKey(), parameter.getValue()) != null) {
        violations.add(new Violation("/" + parameter.getKey(), "is asked for twice"));
      }
    }
    int limit = limit(asked.remove(LIMIT), violations);
    var cursor = text(asked.remove(CURSOR));
    var filter = AlertFilter.read(asked);
    if (filter instanceof Reading.Invalid<AlertFilter>(var wrong)) {
      violations.addAll(wrong);
    }
    return Reading.of(
        violations,
        () ->
            new AlertParameters(
                new AlertQuery(
                    workspace,
                    ((Reading.Valid<AlertFilter>) filter).value(),
                    limit,
                    Optional.empty()),
                cursor));
  }

  private static int limit(Object asked, List<Violation> violations) {
    var text = text(asked).orElse("50");
    int limit = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      violations.add(new Violation("/limit", "must be a whole number from 1 to " + MOST));
    }
    return limit;
  }

  private static Optional<String> text(Object asked) {
    return Optional.ofNullable((String) asked).filter(text -> !text.isBlank());
  }
}
