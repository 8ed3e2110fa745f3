package ratings.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ratings.local.http.Pages;
import ratings.local.webhooks.Receiver;
import ratings.local.welcome.WebhooksPage;

/**
 * An endpoint for webhooks: {@code POST /_local/webhooks}, or {@code /_local/webhooks/{box}} for
 * more than one, receives; {@code GET /_local/webhooks} and {@code /_local/webhooks.json} show what
 * arrived; {@code POST /_local/webhooks/secrets} tells it the secret in the body; {@code POST
 * /_local/outages/webhooks/{box}/60} lets a box fail for so many seconds.
 */
final class WebhookPages {
  private static final String BOX = "main";
  private static final int MOST_BYTES = 1 << 20;

  private final Receiver receiver;

  WebhookPages(Receiver receiver) {
    this.receiver = receiver;
  }

  void addTo(Pages pages) {
    var page = new WebhooksPage(receiver);
    page.addTo(pages);
    pages.add(
        "webhooks",
        exchange -> {
          if (isPost(exchange)) {
            receive(exchange, BOX);
          } else {
            page.send(exchange);
          }
        });
    pages.add("webhooks/", this::receive);
    pages.add("webhooks/secrets", this::learn);
    pages.add("webhooks.json", exchange -> send(exchange, arrivals()));
    pages.add("outages/webhooks/", this::outage);
  }

  private void receive(HttpExchange exchange) throws IOException {
    if (isPost(exchange)) {
      receive(exchange, last(exchange));
    } else {
      onlyPosts(exchange);
    }
  }

  private void receive(HttpExchange exchange, String box) throws IOException {
    UnaryOperator<String> headers =
        name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    var arrival = receiver.take(box, headers, body(exchange));
    Pages.send(exchange, arrival.status(), "");
  }

  private void learn(HttpExchange exchange) throws IOException {
    if (!isPost(exchange)) {
      onlyPosts(exchange);
      return;
    }
    boolean learned = receiver.learn(body(exchange).strip());
    Pages.send(exchange, learned ? 204 : 400, learned ? "" : "that is no secret\n");
  }

  private void outage(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring(Pages.ROOT.length());
    if (!isPost(exchange)) {
      onlyPosts(exchange);
    } else if (!path.matches("outages/webhooks/[^/]+/\\d{1,5}")) {
      Pages.send(exchange, 404, "which box, and for how many seconds?\n");
    } else {
      var words = path.split("/", -1);
      receiver.goDown(words[2], Duration.ofSeconds(Long.parseLong(words[3])));
      Pages.send(exchange, 204, "");
    }
  }

  private ArrayNode arrivals() {
    var all = JsonNodeFactory.instance.arrayNode();
    for (var arrival : receiver.arrivals()) {
      all.addObject()
          .put("at", arrival.at().toString())
          .put("box", arrival.box())
          .put("id", arrival.id())
          .put("verdict", arrival.verdict().code())
          .put("repeated", arrival.repeated())
          .put("status", arrival.status())
          .put("body", arrival.body());
    }
    return all;
  }

  private static boolean isPost(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("POST");
  }

  private static void onlyPosts(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("allow", "POST");
    Pages.send(exchange, 405, "POST, please\n");
  }

  private static String last(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, ArrayNode body) throws IOException {
    Pages.send(exchange, 200, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
