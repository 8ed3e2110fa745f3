package ratings.http.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import ratings.domain.webhook.WebhookEvent;
import ratings.http.Json;

/** The body of what is posted to webhooks, by the Standard Webhooks scheme. */
public final class Payload {
  private Payload() {}

  /**
   * An event's.
   *
   * @param at when it happened
   * @param data what it is about
   */
  public static String of(WebhookEvent event, Instant at, Object data) {
    var payload = new LinkedHashMap<String, Object>();
    payload.put("type", event.code());
    payload.put("timestamp", at);
    payload.put("data", data);
    return new String(Json.write(payload), StandardCharsets.UTF_8);
  }
}
