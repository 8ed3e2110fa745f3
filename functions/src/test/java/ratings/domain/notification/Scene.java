package ratings.domain.notification;

import java.util.List;
import java.util.Optional;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;

/** Recipients, a brake and a log, and the mails that come of low ratings. */
public record Scene(
    Recipients recipients,
    FakeMailboxes mailboxes,
    Brake brake,
    AlertLog log,
    RecordedMails mails,
    FakeHooks hooks,
    VirtualClock clock) {

  /** In memory. */
  public static Scene of(VirtualClock clock) {
    return of(new FakeRecipients(), new FakeBrake(), new FakeAlertLog(), clock);
  }

  public static Scene of(Recipients recipients, Brake brake, AlertLog log, VirtualClock clock) {
    return new Scene(
        recipients, new FakeMailboxes(), brake, log, new RecordedMails(), new FakeHooks(), clock);
  }

  public Notifier notifier() {
    return new Notifier(recipients, mailboxes, brake, log, mails, hooks, clock);
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
    return add(kind, who, Mailbox.of(address).orElseThrow());
  }

  /** An endpoint that is told of them. */
  public Recipient calls(RecipientRole kind, String who, String endpoint) {
    var recipient = add(kind, who, new Hook(endpoint));
    hooks.open(recipient);
    return recipient;
  }

  private Recipient add(RecipientRole kind, String who, Contact contact) {
    var named = Optional.of(who).filter(it -> !it.isEmpty());
    var recipient = new Recipient("acme", kind, named, contact);
    recipients.add(recipient);
    return recipient;
  }

  /** Addresses that were written to. */
  public List<String> writtenTo() {
    return mails.sent().stream().map(mail -> mail.to().contact().endpoint()).toList();
  }
}
