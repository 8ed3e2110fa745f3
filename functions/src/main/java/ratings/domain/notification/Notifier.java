package ratings.domain.notification;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ratings.domain.Unavailable;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.outbox.Topic;

/**
 * Tells the recipients of a low rating by mail, and keeps in the log what became of it (R91, R92).
 * It is entered before anybody is told, and what became of it is noted last: whoever dies in
 * between has it told once more.
 */
public final class Notifier {
  private final Recipients recipients;
  private final Agreement agreement;
  private final Brake brake;
  private final AlertLog log;
  private final Topic<AlertMail> mails;
  private final InstantSource clock;

  public Notifier(
      Recipients recipients,
      Mailboxes mailboxes,
      Brake brake,
      AlertLog log,
      Topic<AlertMail> mails,
      InstantSource clock) {
    this.recipients = recipients;
    this.agreement = new Agreement(mailboxes, clock);
    this.brake = brake;
    this.log = log;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Tells whoever is to hear of it.
   *
   * @return what became of it for each, also if that was long ago
   * @throws Unavailable if it has to be told once more
   */
  public List<Notified> tell(Announcement alert) {
    var before = log.enter(alert);
    if (!before.isEmpty()) {
      return before;
    }
    var all = recipients.of(alert.workspace());
    var notified = new ArrayList<Notified>();
    for (var role : alert.roles()) {
      var hearing = all.stream().filter(it -> it.kind() == role && alert.isFor(it)).toList();
      hearing.forEach(it -> notified.add(Notified.of(it, outcome(it, alert), clock.instant())));
      if (hearing.isEmpty()) {
        notified.add(Notified.nobody(role, clock.instant()));
      }
    }
    log.note(alert, notified);
    return notified;
  }

  private Outcome outcome(Recipient recipient, Announcement alert) {
    if (!agreement.of(recipient.mailbox())) {
      return Outcome.UNCONFIRMED;
    }
    if (!brake.take(recipient, alert.waiting(), clock.instant())) {
      return Outcome.DIGEST;
    }
    return switch (mails.publish(List.of(AlertMail.of(recipient, alert))).getFirst()) {
      case SENT -> settled(recipient, alert, Outcome.MAILED);
      case NEVER -> settled(recipient, alert, Outcome.FAILED);
      case LATER -> Outcome.DIGEST;
    };
  }

  private Outcome settled(Recipient recipient, Announcement alert, Outcome outcome) {
    brake.settle(recipient, Set.of(alert.waiting()));
    return outcome;
  }
}
