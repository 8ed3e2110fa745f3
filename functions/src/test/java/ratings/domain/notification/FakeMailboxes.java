package ratings.domain.notification;

import java.util.HashSet;
import java.util.Set;

/** Mailboxes in memory, whose owners agree when a test says so. */
public final class FakeMailboxes implements Mailboxes {
  private static final int MOST = 200;

  private final Set<String> asked = new HashSet<>();
  private final Set<String> agreed = new HashSet<>();

  @Override
  public synchronized Asked ask(Mailbox mailbox) {
    if (asked.size() == MOST && !asked.contains(mailbox.key())) {
      return Asked.FULL;
    }
    asked.add(mailbox.key());
    return Asked.ASKED;
  }

  @Override
  public synchronized Set<String> agreed() {
    return Set.copyOf(agreed);
  }

  /** The owner of an address agrees. */
  public synchronized void agree(String address) {
    agreed.add(Mailbox.of(address).orElseThrow().key());
  }
}
