package ratings.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A website that has our widget, of an origin of its own. It is a real one, since Chromium lets a
 * page that a test's route made up, which has no address, reach no API on loopback.
 */
record Website(HttpServer server) implements AutoCloseable {

  /** What it has at each path. */
  @FunctionalInterface
  interface Files {
    String read(Path path) throws IOException;
  }

  static Website having(Files files) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(loopback, 0);
    server.createContext("/", exchange -> serve(files, exchange));
    server.start();
    return new Website(server);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void serve(Files files, HttpExchange exchange) throws IOException {
    var path = Path.of(exchange.getRequestURI().getPath());
    var body = files.read(path).getBytes(StandardCharsets.UTF_8);
    var type = path.toString().endsWith(".js") ? "text/javascript" : "text/html";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
