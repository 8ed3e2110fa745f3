package ratings.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.local.template.ApiResource.Route;

class RoutesTest {
  private final Routes routes =
      new Routes(
          Stream.of(
                  "$default",
                  "GET /{proxy+}",
                  "GET /v1/{proxy+}",
                  "ANY /v1/lines",
                  "GET /v1/lines",
                  "GET /v1/lines/{lineId}",
                  "GET /v1/lines/all",
                  "POST /v1/widgets/{widgetId}/ratings")
              .map(key -> new Route(key, "F", Optional.empty(), List.of()))
              .toList());

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/lines, GET /v1/lines",
    "PUT, /v1/lines, ANY /v1/lines",
    "GET, /v1/lines/all, GET /v1/lines/all",
    "GET, /v1/lines/support, GET /v1/lines/{lineId}",
    "GET, /v1/lines/, GET /v1/{proxy+}",
    "GET, /v1/, GET /v1/{proxy+}",
    "GET, /v1, GET /{proxy+}",
    "GET, /v1/lines/a/b, GET /v1/{proxy+}",
    "GET, /elsewhere, GET /{proxy+}",
    "GET, /, $default",
    "POST, /v1/widgets/w1/ratings, POST /v1/widgets/{widgetId}/ratings",
    "POST, /v1/widgets//ratings, $default",
    "DELETE, /v1/lines/support, $default",
  })
  void theMostSpecificRouteWins(String method, String path, String key) {
    assertThat(match(routes, method, path)).contains(key);
  }

  @Test
  void aRouteForGetDoesNotMatchHead() {
    assertThat(match(routes, "HEAD", "/v1/lines/support")).contains("$default");
  }

  @Test
  void withoutADefaultRouteNothingMatches() {
    assertThat(new Routes(List.of()).match("GET", "/x")).isEmpty();
  }

  @Test
  void variablesAreHandedOn() {
    assertThat(routes.match("GET", "/v1/lines/a#b").orElseThrow().pathParameters())
        .isEqualTo(Map.of("lineId", "a#b"));
    assertThat(routes.match("GET", "/v1/x/y").orElseThrow().pathParameters())
        .isEqualTo(Map.of("proxy", "x/y"));
  }

  private static Optional<String> match(Routes routes, String method, String path) {
    return routes.match(method, path).map(match -> match.route().key());
  }
}
