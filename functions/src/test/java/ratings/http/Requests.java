package ratings.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Requests as they reach a function, with valid defaults, for tests. */
public record Requests(
    String route,
    Map<String, String> headers,
    Map<String, String> parameters,
    String query,
    Map<String, String> claims,
    byte[] body) {

  public static Requests to(String route) {
    return new Requests(
        route, Map.of("content-type", "application/json"), Map.of(), "", Map.of(), new byte[0]);
  }

  public Requests parameter(String name, String value) {
    return new Requests(route, headers, with(parameters, name, value), query, claims, body);
  }

  public Requests header(String name, String value) {
    return new Requests(route, with(headers, name, value), parameters, query, claims, body);
  }

  public Requests claim(String name, String value) {
    return new Requests(route, headers, parameters, query, with(claims, name, value), body);
  }

  public Requests query(String raw) {
    return new Requests(route, headers, parameters, raw, claims, body);
  }

  public Requests body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  public Requests body(byte[] bytes) {
    return new Requests(route, headers, parameters, query, claims, bytes);
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
        body);
  }

  /** What the function answers, problems included. */
  public Response sentTo(HttpFunction function) {
    try {
      return function.answer(make());
    } catch (Problem.Refused refused) {
      return refused.problem().response("request-1");
    } catch (ratings.domain.Unavailable unavailable) {
      return Problem.tryAgain().response("request-1");
    }
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    var more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }
}
