package ratings.domain.webhook;

import java.time.Duration;
import ratings.domain.Unavailable;

/** Where letters wait to be brought, or to be looked at. */
public interface Letters {
  /** Longest that a letter can be held back; one that is due later is put in once more. */
  Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /**
   * Keeps a letter that is to come out again, not sooner than after a wait.
   *
   * @throws Unavailable if it could not be kept
   */
  void send(Letter letter, Duration wait);
}
