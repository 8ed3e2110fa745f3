package ratings.functions.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookEvent;

/** A webhook on the wire. */
final class WebhookView {
  private WebhookView() {}

  static Map<String, Object> of(Webhook webhook) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", webhook.id());
    view.put("endpoint", webhook.endpoint());
    view.put("events", webhook.events().stream().map(WebhookEvent::code).toList());
    view.put("channels", webhook.channels());
    view.put("lines", webhook.lines());
    view.put("state", webhook.offSince().isPresent() ? "off" : "on");
    view.put("changedAt", webhook.changedAt());
    view.put("offSince", webhook.offSince());
    return view;
  }

  /** The only view that shows the secret. */
  static Map<String, Object> ofNew(Webhook webhook, Secret secret) {
    var view = of(webhook);
    view.put("secret", secret.shown());
    return view;
  }
}
