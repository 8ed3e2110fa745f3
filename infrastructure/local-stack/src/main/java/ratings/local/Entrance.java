package ratings.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import ratings.local.http.Pages;
import ratings.local.loopback.LoopbackServer;

/**
 * The address of an HTTP API, taken before there is anything behind it, because the template's
 * values speak of it. Every request waits until {@link #open}.
 */
final class Entrance implements AutoCloseable {
  private final Pages pages;
  private final CompletableFuture<HttpHandler> gateway = new CompletableFuture<>();
  private final LoopbackServer server;

  Entrance(int port, Pages pages) throws IOException {
    this.pages = pages;
    this.server = LoopbackServer.start(port, this::handle);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  void open(HttpHandler opened) {
    gateway.complete(opened);
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var opened = gateway.join();
    boolean ours = exchange.getRequestURI().getPath().startsWith(Pages.ROOT);
    (ours ? pages : opened).handle(exchange);
  }
}
