package ratings.domain.notification;

import java.util.List;
import java.util.Optional;
import ratings.domain.outbox.RecordedTopic;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;

/** Recipients, a brake and a log, and the mails that come of low ratings. */
public record Scene(
    Recipients recipients,
    FakeMailboxes mailboxes,
    Brake brake,
    AlertLog log,
    RecordedTopic<AlertMail> mails,
    VirtualClock clock) {

  /** In memory. */
  public static Scene of(VirtualClock clock) {
    return of(new FakeRecipients(), new FakeBrake(), new FakeAlertLog(), clock);
  }

  public static Scene of(Recipients recipients, Brake brake, AlertLog log, VirtualClock clock) {
    return new Scene(recipients, new FakeMailboxes(), brake, log, new RecordedTopic<>(), clock);
  }

  public Notifier notifier() {
    return new Notifier(recipients, mailboxes, brake, log, mails, clock);
  }

  public Digests digests() {
    return new Digests(brake, log, mails, clock);
  }

  /** Somebody who has agreed to hear of low ratings. */
  public Recipient hears(RecipientRole kind, String who, String address) {
    var recipient = subscribed(kind, who, address);
    mailboxes.agree(address);
    return recipient;
  }

  /** Somebody who is asked to hear of them; nobody in particular by an empty name. */
  public Recipient subscribed(RecipientRole kind, String who, String address) {
    var recipient =
        new Recipient(
            "acme",
            kind,
            Optional.of(who).filter(it -> !it.isEmpty()),
            Mailbox.of(address).orElseThrow());
    recipients.add(recipient);
    return recipient;
  }

  /** Addresses that were written to. */
  public List<String> writtenTo() {
    return mails.published().stream().map(mail -> mail.to().mailbox().address()).toList();
  }
}
