package ratings.domain.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import ratings.domain.Unavailable;

/**
 * The notices that wait at their ratings. One that waits too long is brought up again, until
 * somebody says that it is announced: so nothing that was stored is forgotten (P9).
 */
public interface Notices {

  /** Of what was looked for, what still waits. */
  sealed interface Found {
    /** How the store names its conversation. */
    String key();
  }

  /**
   * A low rating that nobody was told of.
   *
   * @param end when the last that is taken of its customer is over
   */
  record Waiting(String key, Alert alert, Instant end) implements Found {}

  /** Something that cannot be read, and so not announced. */
  record Unreadable(String key) implements Found {}

  /**
   * Looks conversations up, as they are now; those of which nothing waits are left out.
   *
   * @param keys by which the store names them
   * @throws Unavailable if the store would not have it
   */
  List<Found> find(Collection<String> keys);

  /**
   * Notes that a rating was announced. It is never found again.
   *
   * @throws Unavailable if the store would not have it
   */
  void announced(Waiting waiting);

  /**
   * Stops bringing one up that cannot be announced, once it is kept elsewhere.
   *
   * @throws Unavailable if the store would not have it
   */
  void abandon(String key);
}
