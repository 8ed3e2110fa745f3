package ratings.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param path percent-decoded, as the HTTP API hands it on (under the name {@code rawPath})
 * @param query as sent
 * @param headers by lower-case name
 */
record GatewayRequest(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String protocol,
    String sourceIp,
    int port) {
  static final int MOST_BODY_BYTES = 10 * 1024 * 1024;
  private static final int MOST_HEADER_BYTES = 10_240;

  static GatewayRequest read(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    var uri = exchange.getRequestURI();
    return new GatewayRequest(
        exchange.getRequestMethod(),
        decodedPath(uri.getRawPath()),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        headers,
        exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1),
        exchange.getProtocol(),
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        exchange.getLocalAddress().getPort());
  }

  boolean bodyIsTooLarge() {
    return body.length > MOST_BODY_BYTES;
  }

  boolean headersAreTooLarge() {
    long bytes = method.length() + path.length() + query.length();
    for (var header : headers.entrySet()) {
      for (String value : header.getValue()) {
        bytes += header.getKey().length() + value.length();
      }
    }
    return bytes > MOST_HEADER_BYTES;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
  }

  /** The gateway decodes before it routes, and cuts what a decoded question mark begins. */
  private static String decodedPath(String rawPath) {
    String path = decoded(rawPath.replace("+", "%2B"));
    int question = path.indexOf('?');
    return question < 0 ? path : path.substring(0, question);
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
