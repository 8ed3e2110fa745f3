package ratings.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ratings.local.http.Pages;
import ratings.local.topics.Outbox;
import ratings.local.topics.SnsEndpoint;

/**
 * {@code GET /_local/messages} and {@code /_local/mails} answer what was published and mailed,
 * oldest first; {@code POST /_local/outages/sns/60} takes SNS down for so many seconds, 0 brings it
 * back.
 */
final class MessagePages {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SnsEndpoint sns;
  private final Outbox outbox;

  MessagePages(SnsEndpoint sns, Outbox outbox) {
    this.sns = sns;
    this.outbox = outbox;
  }

  void addTo(Pages pages) {
    pages.add("messages", exchange -> send(exchange, messages()));
    pages.add("mails", exchange -> send(exchange, mails()));
    pages.add("outages/sns/", this::outage);
  }

  private ArrayNode messages() {
    var all = NODES.arrayNode();
    for (var publication : sns.topics().latest()) {
      var topic = publication.topicArn().substring(publication.topicArn().lastIndexOf(':') + 1);
      var message = publication.message();
      var node =
          all.addObject()
              .put("at", publication.at().toString())
              .put("topic", topic)
              .put("subject", message.subject().orElse(null))
              .put("message", message.text());
      var attributes = node.putObject("attributes");
      message
          .attributes()
          .forEach(
              (name, attribute) ->
                  attributes
                      .putObject(name)
                      .put("type", attribute.type())
                      .put("value", attribute.value()));
    }
    return all;
  }

  private ArrayNode mails() {
    var all = NODES.arrayNode();
    for (var mail : outbox.mails()) {
      all.addObject()
          .put("at", mail.at().toString())
          .put("to", mail.to())
          .put("subject", mail.subject())
          .put("text", mail.text())
          .put("confirmLink", mail.confirmLink().orElse(null));
    }
    return all;
  }

  private void outage(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("allow", "POST");
      Pages.send(exchange, 405, "POST, please\n");
      return;
    }
    var path = exchange.getRequestURI().getPath();
    var seconds = path.substring(path.lastIndexOf('/') + 1);
    if (!seconds.matches("\\d{1,5}")) {
      Pages.send(exchange, 404, "for how many seconds?\n");
      return;
    }
    sns.goDown(Duration.ofSeconds(Long.parseLong(seconds)));
    exchange.getResponseHeaders().set("location", Pages.ROOT);
    Pages.send(exchange, 303, "SNS is down for " + seconds + " s\n");
  }

  private static void send(HttpExchange exchange, ArrayNode body) throws IOException {
    Pages.send(exchange, 200, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
