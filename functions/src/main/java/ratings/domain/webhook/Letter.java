package ratings.domain.webhook;

import java.time.Instant;
import java.util.List;
import ratings.domain.document.Fingerprint;

/**
 * A message on its way to one webhook, the same at each try.
 *
 * @param id by which its receiver knows it again
 * @param body what is posted
 * @param tried how often it has been brought in vain
 * @param due when it is to be brought, not sooner
 */
public record Letter(
    String workspace, String webhook, String id, String body, int tried, Instant due) {

  /**
   * A letter that was not tried yet.
   *
   * @param subject what the event is about: the same for the same event, however often it is told
   */
  public static Letter first(
      Webhook webhook, WebhookEvent event, String subject, String body, Instant now) {
    var id =
        Fingerprint.of(
            List.of("webhook", webhook.workspace(), webhook.id(), event.code(), subject));
    return new Letter(webhook.workspace(), webhook.id(), "msg_" + id, body, 0, now);
  }

  /** This letter after one more try, to be brought again then. */
  Letter again(Instant then) {
    return new Letter(workspace, webhook, id, body, tried + 1, then);
  }

  /** Prints nothing of what it holds (P25). */
  @Override
  public String toString() {
    return id;
  }
}
