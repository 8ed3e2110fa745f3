package ratings.functions.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Timestamp;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookEvent;
import ratings.http.Json;
import ratings.http.Records;
import ratings.http.webhook.Payload;

/**
 * What a topic told.
 *
 * @param subject what it is about, the same however often it is told
 * @param body as webhooks are to get it
 */
record Told(
    String workspace,
    WebhookEvent event,
    String channel,
    String line,
    String subject,
    String body) {

  /** All that an event of SNS tells which webhooks may be told of. */
  static List<Told> read(InputStream in) throws IOException {
    var told = new ArrayList<Told>();
    for (var record : Records.read(in)) {
      told(object(record, "Sns")).ifPresent(told::add);
    }
    return told;
  }

  Letter to(Webhook webhook, Instant now) {
    return Letter.first(webhook, event, subject, body, now);
  }

  boolean isFor(Webhook webhook) {
    return webhook.wants(event, channel, line);
  }

  private static Optional<Told> told(Map<?, ?> message) throws IOException {
    var attributes = object(message, "MessageAttributes");
    var event = WebhookEvent.of(attribute(attributes, "event"));
    if (event.isEmpty()) {
      return Optional.empty();
    }
    var data = json(text(message, "Message"));
    var at =
        Timestamp.parse(text(message, "Timestamp"))
            .orElseThrow(() -> new IOException("a topic's message without a time"));
    return Optional.of(
        new Told(
            attribute(attributes, "workspace"),
            event.get(),
            attribute(attributes, "channel"),
            attribute(attributes, "line"),
            subject(event.get(), attributes, data),
            Payload.of(event.get(), at, data)));
  }

  /** A request that is made anew is another subject, though it has the same id. */
  private static String subject(WebhookEvent event, Map<?, ?> attributes, Object data)
      throws IOException {
    return switch (event) {
      case RATING_REQUEST ->
          attributes.containsKey("sending")
              ? attribute(attributes, "sending")
              : text(data, "requestId");
      case LOW_RATING -> text(data, "alertId");
      case RATING -> text(data, "eventId");
    };
  }

  private static String attribute(Map<?, ?> attributes, String name) throws IOException {
    return text(object(attributes, name), "Value");
  }

  private static Map<?, ?> object(Object in, String name) throws IOException {
    if (in instanceof Map<?, ?> object && object.get(name) instanceof Map<?, ?> found) {
      return found;
    }
    throw new IOException("a topic's message without " + name);
  }

  private static String text(Object in, String name) throws IOException {
    if (in instanceof Map<?, ?> object && object.get(name) instanceof String found) {
      return found;
    }
    throw new IOException("a topic's message without " + name);
  }

  private static Object json(String message) throws IOException {
    try {
      return Json.read(message);
    } catch (Json.Malformed e) {
      throw new IOException("a topic's message that is not JSON", e);
    }
  }
}
