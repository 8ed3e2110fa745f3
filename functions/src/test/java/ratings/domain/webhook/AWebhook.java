package ratings.domain.webhook;

import java.util.List;
import java.util.Optional;
import ratings.domain.rating.VirtualClock;

/** Webhooks for tests. */
public final class AWebhook {
  public static final String WORKSPACE = "acme";
  public static final String ENDPOINT = "https://hooks.example.com/in?key=canary";

  private AWebhook() {}

  /** One that wants everything. */
  public static Webhook of(String id) {
    return of(id, ENDPOINT);
  }

  public static Webhook of(String id, String endpoint) {
    return of(id, endpoint, List.of(), List.of());
  }

  public static Webhook of(String id, String endpoint, List<String> channels, List<String> lines) {
    return new Webhook(
        WORKSPACE,
        id,
        endpoint,
        List.of(WebhookEvent.RATING_REQUEST, WebhookEvent.LOW_RATING),
        channels,
        lines,
        VirtualClock.START,
        Optional.empty());
  }
}
