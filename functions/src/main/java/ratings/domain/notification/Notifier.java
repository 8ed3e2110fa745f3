package ratings.domain.notification;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ratings.domain.Unavailable;
import ratings.domain.notification.Notified.Outcome;

/**
 * Tells the recipients of a low rating, and keeps in the log what became of it (R91, R92). It is
 * entered before anybody is told, and what became of it is noted last: whoever dies in between has
 * it told once more.
 */
public final class Notifier {
  private final Recipients recipients;
  private final Agreement agreement;
  private final Brake brake;
  private final AlertLog log;
  private final Mails mails;
  private final Hooks hooks;
  private final InstantSource clock;

  public Notifier(
      Recipients recipients,
      Mailboxes mailboxes,
      Brake brake,
      AlertLog log,
      Mails mails,
      Hooks hooks,
      InstantSource clock) {
    this.recipients = recipients;
    this.agreement = new Agreement(mailboxes, clock);
    this.brake = brake;
    this.log = log;
    this.mails = mails;
    this.hooks = hooks;
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
      hearing.forEach(it -> notified.add(Notified.of(it, fate(it, alert))));
      if (hearing.isEmpty()) {
        notified.add(Notified.nobody(role, clock.instant()));
      }
    }
    log.note(alert, notified);
    return notified;
  }

  private Fate fate(Recipient recipient, Announcement alert) {
    return switch (recipient.contact()) {
      case Mailbox mailbox -> mailed(recipient, mailbox, alert);
      case Hook _ -> Fate.of(posted(recipient, alert), clock.instant());
    };
  }

  private Outcome posted(Recipient recipient, Announcement alert) {
    if (!hooks.on(recipient.workspace()).contains(recipient.key())) {
      return Outcome.UNCONFIRMED;
    }
    hooks.post(recipient, alert);
    return Outcome.QUEUED;
  }

  private Fate mailed(Recipient recipient, Mailbox mailbox, Announcement alert) {
    var now = clock.instant();
    if (!agreement.of(mailbox)) {
      return Fate.of(Outcome.UNCONFIRMED, now);
    }
    if (!brake.take(recipient, alert.waiting(), now)) {
      return Fate.of(Outcome.DIGEST, now);
    }
    return switch (mails.send(AlertMail.of(recipient, alert))) {
      case Mails.Answer.Sent() -> settled(recipient, alert, Fate.of(Outcome.MAILED, now));
      case Mails.Answer.Refused(var reason) -> settled(recipient, alert, Fate.failed(reason, now));
      case Mails.Answer.Later() -> Fate.of(Outcome.DIGEST, now);
    };
  }

  private Fate settled(Recipient recipient, Announcement alert, Fate fate) {
    brake.settle(recipient, Set.of(alert.waiting()));
    return fate;
  }
}
