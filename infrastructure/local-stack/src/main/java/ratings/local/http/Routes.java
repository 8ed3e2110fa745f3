package ratings.local.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.local.template.ApiResource.Route;

/**
 * Finds the route of a request. The most specific wins: a full match, then one with a greedy
 * variable, then {@code $default}; among equals, plain text before a variable from left to right, a
 * method before {@code ANY}. A path that ends with a slash is its greedy route's, for no route can
 * end so.
 */
final class Routes {
  private static final String DEFAULT = "$default";

  private final List<Pattern> patterns;
  private final Optional<Route> fallback;

  Routes(List<Route> routes) {
    this.patterns =
        routes.stream()
            .filter(route -> !route.key().equals(DEFAULT))
            .map(Pattern::of)
            .sorted(Comparator.comparing(Pattern::rank))
            .toList();
    this.fallback = routes.stream().filter(route -> route.key().equals(DEFAULT)).findFirst();
  }

  /** A route with the values of its path's variables. */
  record Match(Route route, Map<String, String> pathParameters) {}

  Optional<Match> match(String method, String path) {
    for (var pattern : patterns) {
      var match = pattern.match(method, path);
      if (match.isPresent()) {
        return match;
      }
    }
    return fallback.map(route -> new Match(route, Map.of()));
  }

  private record Pattern(Route route, String method, List<String> segments) {
    static Pattern of(Route route) {
      int space = route.key().indexOf(' ');
      return new Pattern(
          route, route.key().substring(0, space), split(route.key().substring(space + 1)));
    }

    /** Sorts the more specific first. */
    String rank() {
      var rank = new StringBuilder(isGreedy() ? "1" : "0");
      for (String segment : segments) {
        rank.append(isGreedy(segment) ? '2' : isVariable(segment) ? '1' : '0');
      }
      return rank.append(method.equals("ANY") ? '9' : '0').toString();
    }

    Optional<Match> match(String requested, String path) {
      if (!method.equals("ANY") && !method.equals(requested)) {
        return Optional.empty();
      }
      var actual = split(path);
      boolean fits =
          isGreedy() ? actual.size() >= segments.size() : actual.size() == segments.size();
      return fits ? variables(actual) : Optional.empty();
    }

    private Optional<Match> variables(List<String> actual) {
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < segments.size(); i++) {
        String segment = segments.get(i);
        String value =
            isGreedy(segment) ? String.join("/", actual.subList(i, actual.size())) : actual.get(i);
        boolean fits =
            isVariable(segment)
                ? !value.isEmpty() || (isGreedy(segment) && i > 0)
                : value.equals(segment);
        if (!fits) {
          return Optional.empty();
        }
        if (isVariable(segment)) {
          values.put(name(segment), value);
        }
      }
      return Optional.of(new Match(route, values));
    }

    private boolean isGreedy() {
      return isGreedy(segments.getLast());
    }

    private static boolean isGreedy(String segment) {
      return segment.endsWith("+}");
    }

    private static boolean isVariable(String segment) {
      return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String name(String segment) {
      return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }

    private static List<String> split(String path) {
      return new ArrayList<>(List.of(path.substring(1).split("/", -1)));
    }
  }
}
