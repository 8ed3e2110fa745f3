package ratings.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Requests as they reach a function, with valid defaults, for tests. */
public record Requests(
    String route,
    Map<String, String> headers,
    Map<String, String> parameters,
    String query,
    Map<String, String> claims,
    Map<String, String> stageVariables,
    byte[] body) {

  public static Requests to(String route) {
    return new Requests(
        route,
        Map.of("content-type", "application/json"),
        Map.of(),
        "",
        Map.of(),
        Map.of(),
        new byte[0]);
  }

  public Requests parameter(String name, String value) {
    return new Requests(
        route, headers, with(parameters, name, value), query, claims, stageVariables, body);
  }

  public Requests header(String name, String value) {
    return new Requests(
        route, with(headers, name, value), parameters, query, claims, stageVariables, body);
  }

  public Requests claim(String name, String value) {
    return new Requests(
        route, headers, parameters, query, with(claims, name, value), stageVariables, body);
  }

  public Requests stage(String variable, String value) {
    return new Requests(
        route, headers, parameters, query, claims, with(stageVariables, variable, value), body);
  }

  public Requests query(String raw) {
    return new Requests(route, headers, parameters, raw, claims, stageVariables, body);
  }

  public Requests body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  public Requests body(byte[] bytes) {
    return new Requests(route, headers, parameters, query, claims, stageVariables, bytes);
  }

  public Request make() {
    int space = route.indexOf(' ');
    return new Request(
        "request-1",
        route,
        route.substring(0, space),
        route.substring(space + 1),
        query,
        headers,
        parameters,
        claims,
        stageVariables,
        body);
  }

  /**
   * What the function answers to this request; its one log line is held to what a log line may say
   * (P25).
   */
  public Response sentTo(HttpFunction function) {
    var out = new ByteArrayOutputStream();
    var log = new OneLine();
    try {
      function.handleRequest(event(), out, log);
      var answer = (Map<?, ?>) Json.read(out.toString(StandardCharsets.UTF_8));
      log.check(route);
      return new Response(
          ((Number) answer.get("statusCode")).intValue(),
          strings((Map<?, ?>) answer.get("headers")),
          answer.get("body").toString(),
          Boolean.TRUE.equals(answer.get("isBase64Encoded")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Json.Malformed e) {
      throw new AssertionError("no response that API Gateway would take", e);
    }
  }

  /** The event of this request, as Lambda hands it over. */
  public InputStream event() {
    return new ByteArrayInputStream(Json.write(document()));
  }

  private Map<String, Object> document() {
    int space = route.indexOf(' ');
    return Map.of(
        "version",
        "2.0",
        "routeKey",
        route,
        "rawPath",
        route.substring(space + 1),
        "rawQueryString",
        query,
        "headers",
        headers,
        "pathParameters",
        parameters,
        "stageVariables",
        stageVariables,
        "requestContext",
        Map.of(
            "requestId", "request-1",
            "http", Map.of("method", route.substring(0, space)),
            "authorizer", Map.of("jwt", Map.of("claims", claims))),
        "body",
        Base64.getEncoder().encodeToString(body),
        "isBase64Encoded",
        true);
  }

  private static Map<String, String> strings(Map<?, ?> map) {
    var strings = new HashMap<String, String>();
    map.forEach((name, value) -> strings.put(name.toString(), value.toString()));
    return strings;
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    var more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }
}
