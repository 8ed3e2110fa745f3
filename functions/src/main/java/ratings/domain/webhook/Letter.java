package ratings.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fingerprint;

/**
 * A message on its way to one webhook, the same at each try.
 *
 * @param id by which its receiver knows it again
 * @param body what is posted
 * @param tried how often it has been brought in vain
 * @param entry in the log of alerts, which is told what became of it; nothing of what is not there
 * @param due when it is to be brought, not sooner
 */
public record Letter(
    String workspace,
    String webhook,
    String id,
    String body,
    Optional<String> entry,
    int tried,
    Instant due) {

  /**
   * A letter that was not tried yet.
   *
   * @param webhook its id
   * @param subject what the event is about: the same for the same event, however often it is told
   */
  public static Letter first(
      String workspace,
      String webhook,
      WebhookEvent event,
      String subject,
      String body,
      Instant now) {
    var id = Fingerprint.of(List.of("webhook", workspace, webhook, event.code(), subject));
    return new Letter(workspace, webhook, "msg_" + id, body, Optional.empty(), 0, now);
  }

  /** A letter to a webhook that was not tried yet. */
  public static Letter first(
      Webhook webhook, WebhookEvent event, String subject, String body, Instant now) {
    return first(webhook.workspace(), webhook.id(), event, subject, body, now);
  }

  /** This letter of an alert that is in the log. */
  public Letter logged(String alert) {
    return new Letter(workspace, webhook, id, body, Optional.of(alert), tried, due);
  }

  /** This letter after one more try, to be brought again then. */
  Letter again(Instant then) {
    return new Letter(workspace, webhook, id, body, entry, tried + 1, then);
  }

  /** This letter, which was not tried again, to be brought then. */
  Letter waiting(Instant then) {
    return new Letter(workspace, webhook, id, body, entry, tried, then);
  }

  /** Prints nothing of what it holds (P25). */
  @Override
  public String toString() {
    return id;
  }
}
