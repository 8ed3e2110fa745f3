package ratings.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ratings.domain.Tenancy;

/**
 * A request that nobody sent, to prime with, as the HTTP API would hand it to a function.
 *
 * @param headers besides those that every one has
 * @param parameters what the route's placeholders stand for
 * @param stageVariables what the API's stage says
 * @param type of the body, which is empty for a request without one
 */
public record Rehearsal(
    String route,
    Map<String, String> headers,
    Map<String, String> parameters,
    Map<String, String> claims,
    Map<String, String> stageVariables,
    String type,
    String body) {
  /** No widget has such an id, for an id of a caller has no blank. */
  public static final String NO_WIDGET = "not a widget";

  /** An id where any will do. */
  public static final String ID = "rehearsal";

  public Rehearsal {
    headers = Map.copyOf(headers);
    parameters = Map.copyOf(parameters);
    claims = Map.copyOf(claims);
    stageVariables = Map.copyOf(stageVariables);
  }

  public static Rehearsal of(String route) {
    return new Rehearsal(route, Map.of(), Map.of(), Map.of(), Map.of(), "application/json", "");
  }

  /** With what a placeholder stands for. */
  public Rehearsal with(String parameter, String value) {
    var all = new LinkedHashMap<>(parameters);
    all.put(parameter, value);
    return new Rehearsal(route, headers, all, claims, stageVariables, type, body);
  }

  /** With a header besides those that every one has. */
  public Rehearsal header(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Rehearsal(route, all, parameters, claims, stageVariables, type, body);
  }

  /** With what template.yaml says on the API's stage. */
  public Rehearsal stage(String variable, String value) {
    var all = new LinkedHashMap<>(stageVariables);
    all.put(variable, value);
    return new Rehearsal(route, headers, parameters, claims, all, type, body);
  }

  /** By a caller who has a right, in a workspace that nobody has. */
  public Rehearsal by(Tenancy tenancy, String right) {
    var workspace = UUID.randomUUID().toString();
    var claimed = Map.of(tenancy.workspaceClaim(), workspace, "scope", right);
    return new Rehearsal(route, headers, parameters, claimed, stageVariables, type, body);
  }

  public Rehearsal with(Map<String, ?> document) {
    var json = new String(Json.write(document), StandardCharsets.UTF_8);
    return new Rehearsal(route, headers, parameters, claims, stageVariables, type, json);
  }

  /** With the fields of a form. */
  public Rehearsal form(String fields) {
    return new Rehearsal(
        route,
        headers,
        parameters,
        claims,
        stageVariables,
        "application/x-www-form-urlencoded",
        fields);
  }

  /** The event, in payload format 2.0. */
  byte[] event() {
    var words = List.of(route.split(" ", 2));
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", route);
    event.put("rawPath", words.getLast());
    event.put("rawQueryString", "");
    var all = new LinkedHashMap<>(headers);
    all.put("content-type", type);
    all.put("idempotency-key", ID + "-" + ID);
    event.put("headers", all);
    event.put("requestContext", context(words.getFirst()));
    event.put("pathParameters", parameters);
    event.put("stageVariables", stageVariables);
    event.put("body", body);
    event.put("isBase64Encoded", false);
    return Json.write(event);
  }

  private Map<String, Object> context(String method) {
    return Map.of(
        "http", Map.of("method", method),
        "authorizer", Map.of("jwt", Map.of("claims", claims)),
        "requestId", ID);
  }
}
