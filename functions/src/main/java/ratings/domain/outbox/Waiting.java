package ratings.domain.outbox;

import java.time.Instant;
import ratings.domain.alert.Alert;

/** Something that waits at a conversation to be told. */
public sealed interface Waiting {

  /** How the store names its conversation. */
  String key();

  /**
   * A low rating that nobody was told of.
   *
   * @param end when the last that is taken of its customer is over
   */
  record LowRating(String key, Alert alert, Instant end) implements Waiting {}

  /**
   * A request that was not sent to its customer.
   *
   * @param queued whether a message is on its way that will bring it up
   */
  record Asking(String key, Sending sending, boolean queued) implements Waiting {}

  /** Something that cannot be read, and so not told. */
  record Unreadable(String key) implements Waiting {}
}
