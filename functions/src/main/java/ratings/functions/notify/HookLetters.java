package ratings.functions.notify;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import ratings.domain.notification.Announcement;
import ratings.domain.notification.Hooks;
import ratings.domain.notification.Recipient;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Letters;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookEvent;
import ratings.domain.webhook.WebhookList;
import ratings.http.webhook.Payload;

/** Writes a letter to the webhook behind each recipient's endpoint. */
record HookLetters(WebhookList webhooks, Letters letters, InstantSource clock) implements Hooks {

  @Override
  public Set<String> on(String workspace) {
    return webhooks.of(workspace).stream().filter(Webhook::isOn).map(Webhook::id).collect(toSet());
  }

  @Override
  public void post(Recipient to, Announcement alert) {
    var now = clock.instant();
    var body = Payload.of(WebhookEvent.LOW_RATING, now, AlertDocument.of(alert));
    var letter =
        Letter.first(to.workspace(), to.key(), WebhookEvent.LOW_RATING, alert.id(), body, now);
    letters.send(letter.logged(alert.entry()), Duration.ZERO);
  }
}
