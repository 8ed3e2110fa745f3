package ratings.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the local stack itself serves, all below {@value #ROOT}: a path that AWS would never see and
 * the template must not use.
 */
public final class Pages implements HttpHandler {
  /** Where all of it begins. */
  public static final String ROOT = "/_local/";

  private final Map<String, HttpHandler> byPrefix = new ConcurrentHashMap<>();

  /**
   * Adds a page, or everything below a path that ends with a slash.
   *
   * @param path relative to {@value #ROOT}; empty for the start page
   */
  public void add(String path, HttpHandler page) {
    byPrefix.put(ROOT + path, page);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var page = find(exchange.getRequestURI().getPath());
      if (page.isPresent()) {
        page.get().handle(exchange);
      } else {
        send(exchange, 404, "nothing here\n");
      }
    }
  }

  /** Answers with plain text. */
  public static void send(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with a body of this media type. */
  public static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    new GatewayResponse(status, Map.of("content-type", List.of(type)), body).send(exchange);
  }

  private Optional<HttpHandler> find(String path) {
    return byPrefix.keySet().stream()
        .filter(it -> path.equals(it) || (isFolder(it) && path.startsWith(it)))
        .max((one, other) -> Integer.compare(one.length(), other.length()))
        .map(byPrefix::get);
  }

  private static boolean isFolder(String prefix) {
    return prefix.endsWith("/") && !prefix.equals(ROOT);
  }
}
