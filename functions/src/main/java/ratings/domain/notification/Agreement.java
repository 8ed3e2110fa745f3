package ratings.domain.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import ratings.domain.Unavailable;

/** Whose owners have agreed, kept for a while: on the worst day nobody has to ask often. */
final class Agreement {
  /** So long whoever has agreed is taken to agree still. */
  private static final Duration YES = Duration.ofMinutes(1);

  /** So long whoever has not agreed is taken not to have agreed yet. */
  private static final Duration NO = Duration.ofSeconds(1);

  private final Mailboxes mailboxes;
  private final InstantSource clock;
  private Set<String> agreed = Set.of();
  private Instant askedAt = Instant.MIN;

  Agreement(Mailboxes mailboxes, InstantSource clock) {
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  /** While that cannot be told, a mail may wait, and one to who has not agreed is never sent. */
  synchronized boolean of(Mailbox mailbox) {
    var now = clock.instant();
    var valid = agreed.contains(mailbox.key()) ? YES : NO;
    if (askedAt.isBefore(now.minus(valid))) {
      try {
        agreed = mailboxes.agreed();
        askedAt = now;
      } catch (Unavailable unknown) {
        return true;
      }
    }
    return agreed.contains(mailbox.key());
  }
}
