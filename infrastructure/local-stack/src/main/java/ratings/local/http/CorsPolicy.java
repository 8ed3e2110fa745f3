package ratings.local.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratings.local.template.ApiResource.Cors;

/** CORS as an HTTP API does it: it answers preflights itself and speaks in a function's place. */
final class CorsPolicy {
  private static final String ANY = "*";

  private final Optional<Cors> rules;

  CorsPolicy(Optional<Cors> rules) {
    this.rules = rules;
  }

  /** The answer to a preflight, empty for any other request or where CORS is not configured. */
  Optional<GatewayResponse> preflight(GatewayRequest request) {
    boolean isPreflight =
        request.method().equals("OPTIONS")
            && request.header("origin").isPresent()
            && request.header("access-control-request-method").isPresent();
    return rules
        .filter(it -> isPreflight)
        .map(
            it ->
                new GatewayResponse(204, Map.of(), new byte[0])
                    .with(preflightHeaders(it, request)));
  }

  /** The response with the gateway's own CORS headers instead of the function's. */
  GatewayResponse apply(GatewayRequest request, GatewayResponse response) {
    return rules.map(it -> withRules(it, request, response)).orElse(response);
  }

  private static GatewayResponse withRules(
      Cors rules, GatewayRequest request, GatewayResponse response) {
    var headers = new TreeMap<>(response.headers());
    headers.keySet().removeIf(name -> name.startsWith("access-control-"));
    return new GatewayResponse(response.status(), headers, response.body())
        .with(originHeaders(rules, request));
  }

  private static Map<String, String> preflightHeaders(Cors rules, GatewayRequest request) {
    var headers = new LinkedHashMap<>(originHeaders(rules, request));
    if (headers.isEmpty()) {
      return headers;
    }
    headers.remove("access-control-expose-headers");
    put(headers, "access-control-allow-methods", rules.methods());
    put(headers, "access-control-allow-headers", rules.headers());
    rules
        .maximumAgeSeconds()
        .ifPresent(age -> headers.put("access-control-max-age", age.toString()));
    return headers;
  }

  private static Map<String, String> originHeaders(Cors rules, GatewayRequest request) {
    var headers = new LinkedHashMap<String, String>();
    var origin = request.header("origin");
    boolean any = rules.origins().contains(ANY);
    if (origin.isEmpty() || !(any || rules.origins().contains(origin.get()))) {
      return headers;
    }
    headers.put("access-control-allow-origin", any && !rules.credentials() ? ANY : origin.get());
    if (rules.credentials()) {
      headers.put("access-control-allow-credentials", "true");
    }
    put(headers, "access-control-expose-headers", rules.exposed());
    return headers;
  }

  private static void put(Map<String, String> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, String.join(",", values));
    }
  }
}
