package ratings.local.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes back to the client.
 *
 * @param headers by lower-case name
 */
record GatewayResponse(int status, Map<String, List<String>> headers, byte[] body) {

  /** An answer of the gateway itself. */
  static GatewayResponse message(int status, String text) {
    String json = JsonNodeFactory.instance.objectNode().put("message", text).toString();
    return new GatewayResponse(
        status,
        Map.of("content-type", List.of("application/json")),
        json.getBytes(StandardCharsets.UTF_8));
  }

  static GatewayResponse internalServerError() {
    return message(500, "Internal Server Error");
  }

  GatewayResponse with(Map<String, String> more) {
    var all = new TreeMap<>(headers);
    more.forEach((name, value) -> all.put(name, List.of(value)));
    return new GatewayResponse(status, all, body);
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    boolean bodiless =
        exchange.getRequestMethod().equals("HEAD")
            || status == 204
            || status == 304
            || body.length == 0;
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }
}
