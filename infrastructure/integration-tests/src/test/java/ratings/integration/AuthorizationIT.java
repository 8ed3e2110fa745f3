package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call which route, and with which method, over HTTP as openapi.yaml describes it. */
@AgainstTheStack
class AuthorizationIT {
  private static final OpenApi API = OpenApi.read();

  /** What the gateway adds to every answer. */
  static final String[] GATEWAYS = {"date", "content-length", "apigw-requestid"};

  @ParameterizedTest
  @MethodSource("takingTokens")
  void withoutATokenTheGatewayRefuses(String route) {
    var answer = send(route, RunningStack.api());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(API.flaws(route, answer.without("www-authenticate"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void aTokenWithEveryOtherRightIsNotEnough(String route) {
    var right = API.right(route).orElseThrow();
    var others =
        Stream.of("read", "export", "erase", "settings", "conversations")
            .map(name -> "ratings/" + name)
            .filter(name -> !name.equals(right))
            .collect(Collectors.joining(" "));

    var answer = send(route, RunningStack.caller("acme", others));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains(right);
    assertThat(API.flaws(route, answer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void anotherMethodIsToldWhichOnesThereAre(String path) {
    var answer = send("PATCH " + path, RunningStack.api());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).hasValue(String.join(", ", methods(path)));
    assertThat(API.flaws("$default", answer)).isEmpty();
  }

  private static Stream<String> takingTokens() {
    return API.operations().keySet().stream().filter(API::takesToken);
  }

  private static Stream<String> guarded() {
    return API.operations().keySet().stream().filter(route -> API.right(route).isPresent());
  }

  private static Stream<String> paths() {
    return API.operations().keySet().stream().map(AuthorizationIT::path).distinct();
  }

  private static List<String> methods(String path) {
    return API.operations().keySet().stream()
        .filter(route -> path(route).equals(path))
        .map(route -> route.substring(0, route.indexOf(' ')))
        .sorted()
        .toList();
  }

  private static String path(String route) {
    return route.substring(route.indexOf(' ') + 1);
  }

  private static Reply send(String route, Api caller) {
    var method = route.substring(0, route.indexOf(' '));
    var path = path(route).replaceAll("\\{\\w+\\+?}", "x");
    return Reply.of(caller.send(method, path, "", "content-type", "application/json"))
        .without(GATEWAYS);
  }
}
