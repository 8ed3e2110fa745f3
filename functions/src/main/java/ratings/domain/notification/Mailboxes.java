package ratings.domain.notification;

import java.util.Set;
import ratings.domain.Unavailable;

/** Mailboxes that can be written to, once their owner has agreed. */
public interface Mailboxes {

  /** What came of asking. */
  enum Asked {
    /** The owner has agreed already, or was sent a link by which to agree. */
    ASKED,
    /** There are as many mailboxes as there may be. */
    FULL,
    /** It is no address that mail can be sent to. */
    REFUSED
  }

  /**
   * Asks a mailbox's owner; who has agreed is not asked again.
   *
   * @throws Unavailable if nobody could be asked
   */
  Asked ask(Mailbox mailbox);

  /**
   * Keys of the mailboxes whose owners have agreed.
   *
   * @throws Unavailable if that cannot be told
   */
  Set<String> agreed();
}
