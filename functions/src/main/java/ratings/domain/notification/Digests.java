package ratings.domain.notification;

import java.time.InstantSource;
import java.util.List;
import ratings.domain.Unavailable;
import ratings.domain.outbox.Topic;
import ratings.domain.outbox.Topic.Outcome;

/** Mails what had to wait: how many there were, and the worst of them. */
public record Digests(Brake brake, AlertLog log, Topic<AlertMail> mails, InstantSource clock) {
  /** As many as there can be addresses. */
  private static final int MOST = 200;

  /**
   * Writes to everybody for whom something waits, and who may be written to now; to nobody more
   * once a mail cannot be sent.
   *
   * @return how many were written to
   * @throws Unavailable if the store would not have some of it, which waits on
   */
  public int send() {
    int sent = 0;
    for (var held : brake.due(clock.instant(), MOST)) {
      if (mails.publish(List.of(mail(held))).getFirst() == Outcome.LATER) {
        return sent;
      }
      brake.settle(held.recipient(), held.waiting());
      sent++;
    }
    return sent;
  }

  private AlertMail mail(Brake.Held held) {
    var worst = held.waiting().stream().min(Waiting::compareTo);
    return AlertMail.digest(
        held.recipient(),
        held.waiting().size(),
        worst.flatMap(it -> log.find(held.recipient().workspace(), it.entry())));
  }
}
