package ratings.functions.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingFilter;
import ratings.domain.rating.list.Sort;

/**
 * What the query of a list asks for.
 *
 * @param query from the first page on
 * @param cursor as the client sent it, where it goes on from another page
 */
record ListParameters(PageQuery query, Optional<String> cursor) {
  private static final String SORT = "sort";
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");

  /** Reads sort, limit and cursor, and takes everything else for the filter. */
  static Reading<ListParameters> read(
      String workspace, List<Map.Entry<String, String>> parameters) {
    var violations = new ArrayList<Violation>();
    var own = new LinkedHashMap<String, String>();
    var others = new ArrayList<Map.Entry<String, String>>();
    for (var parameter : parameters) {
      var name = parameter.getKey();
      if (!List.of(SORT, LIMIT, CURSOR).contains(name)) {
        others.add(parameter);
      } else if (own.put(name, parameter.getValue()) != null) {
        violations.add(new Violation("/" + name, "is asked for twice"));
      }
    }
    own.values().removeIf(String::isBlank);
    var sort = sort(own, violations);
    int limit = limit(own, violations);
    var filter = filter(others, violations);
    return Reading.of(
        violations,
        () ->
            new ListParameters(
                new PageQuery(workspace, filter, sort, limit, Optional.empty()),
                Optional.ofNullable(own.get(CURSOR))));
  }

  private static Sort sort(Map<String, String> own, List<Violation> violations) {
    var sort = Sort.of(own.getOrDefault(SORT, Sort.NEWEST_FIRST.code()));
    if (sort.isEmpty()) {
      violations.add(new Violation("/sort", "must be recordedAt or -recordedAt"));
    }
    return sort.orElse(Sort.NEWEST_FIRST);
  }

  private static int limit(Map<String, String> own, List<Violation> violations) {
    var text = own.getOrDefault(LIMIT, Integer.toString(DEFAULT_LIMIT));
    int limit = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      violations.add(new Violation("/limit", "must be a whole number from 1 to " + MOST));
    }
    return limit;
  }

  private static RatingFilter filter(
      List<Map.Entry<String, String>> parameters, List<Violation> violations) {
    return switch (RatingFilter.read(parameters)) {
      case Reading.Valid<RatingFilter>(var filter) -> filter;
      case Reading.Invalid<RatingFilter>(var wrong) -> {
        violations.addAll(wrong);
        yield RatingFilter.NONE;
      }
    };
  }
}
