package ratings.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ratings.local.http.Pages;
import ratings.local.requests.RequestMessage;
import ratings.local.topics.Outbox;
import ratings.local.topics.SnsEndpoint;

/**
 * {@code GET /_local/messages}, {@code /_local/requests.json} and {@code /_local/mails} answer what
 * was published, which requests to rate among it, and what was mailed, oldest first; {@code
 * /_local/mails/1} shows the first mail as its reader sees it; {@code POST /_local/outages/sns/60}
 * takes SNS down for so many seconds, 0 brings it back.
 */
final class MessagePages {
  private static final String READING =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SnsEndpoint sns;
  private final Outbox outbox;

  MessagePages(SnsEndpoint sns, Outbox outbox) {
    this.sns = sns;
    this.outbox = outbox;
  }

  void addTo(Pages pages) {
    pages.add("messages", exchange -> send(exchange, messages()));
    pages.add("requests.json", exchange -> send(exchange, requests()));
    pages.add("mails", exchange -> send(exchange, mails()));
    pages.add("mails/", this::mail);
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

  private ArrayNode requests() {
    var all = NODES.arrayNode();
    sns.topics().latest().stream()
        .flatMap(publication -> RequestMessage.of(publication).stream())
        .forEach(
            request ->
                all.addObject()
                    .put("at", request.at().toString())
                    .set("request", request.document()));
    return all;
  }

  private ArrayNode mails() {
    var all = NODES.arrayNode();
    for (var mail : outbox.mails()) {
      all.addObject()
          .put("page", Pages.ROOT + "mails/" + all.size())
          .put("at", mail.at().toString())
          .put("to", mail.to())
          .put("subject", mail.subject())
          .put("text", mail.text())
          .put("html", mail.html().orElse(null))
          .put("confirmLink", mail.confirmLink().orElse(null));
    }
    return all;
  }

  /** In a sandbox and without anything from elsewhere; only its links lead out. */
  private void mail(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var number = path.substring(path.lastIndexOf('/') + 1);
    var mails = outbox.mails();
    if (!number.matches("[1-9]\\d{0,5}") || Integer.parseInt(number) > mails.size()) {
      Pages.send(exchange, 404, "no such mail\n");
      return;
    }
    var mail = mails.get(Integer.parseInt(number) - 1);
    var headers = exchange.getResponseHeaders();
    headers.set("content-security-policy", READING);
    headers.set("x-content-type-options", "nosniff");
    headers.set("cache-control", "no-store");
    var type = mail.html().isPresent() ? "text/html" : "text/plain";
    byte[] body = mail.html().orElse(mail.text()).getBytes(StandardCharsets.UTF_8);
    Pages.send(exchange, 200, type + "; charset=utf-8", body);
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
