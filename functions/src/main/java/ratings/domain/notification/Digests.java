package ratings.domain.notification;

import java.time.InstantSource;
import ratings.domain.Unavailable;

/** Mails what had to wait: how many there were, and the worst of them. */
public record Digests(Brake brake, AlertLog log, Mails mails, InstantSource clock) {
  /** As many as there can be addresses. */
  private static final int MOST = 200;

  /**
   * Writes to everybody for whom something waits, and who may be written to now; to nobody more
   * once a mail cannot be sent. What is refused for good is noted in the log, and waits no more.
   *
   * @return how many were written to
   * @throws Unavailable if the store would not have some of it, which waits on
   */
  public int send() {
    int sent = 0;
    for (var held : brake.due(clock.instant(), MOST)) {
      switch (mails.send(mail(held))) {
        case Mails.Answer.Sent() -> sent++;
        case Mails.Answer.Refused(var reason) -> refused(held, reason);
        case Mails.Answer.Later() -> {
          return sent;
        }
      }
      brake.settle(held.recipient(), held.waiting());
    }
    return sent;
  }

  private void refused(Brake.Held held, String reason) {
    var end = Fate.failed(reason, clock.instant());
    var recipient = held.recipient();
    held.waiting()
        .forEach(it -> log.settle(recipient.workspace(), it.entry(), recipient.id(), end));
  }

  private AlertMail mail(Brake.Held held) {
    var worst = held.waiting().stream().min(Waiting::compareTo);
    return AlertMail.digest(
        held.recipient(),
        held.waiting().size(),
        worst.flatMap(it -> log.find(held.recipient().workspace(), it.entry())));
  }
}
