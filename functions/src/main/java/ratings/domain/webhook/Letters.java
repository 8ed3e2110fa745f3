package ratings.domain.webhook;

import java.time.Duration;
import ratings.domain.Unavailable;

/** Letters that wait to be brought. */
public interface Letters {
  /** Longest that a letter can be held back; one that is due later is put in once more. */
  Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /**
   * Keeps a letter that is to be brought, not sooner than after a wait.
   *
   * @throws Unavailable if it could not be kept
   */
  void send(Letter letter, Duration wait);

  /**
   * Puts a letter aside that was tried often enough, for people to look at.
   *
   * @throws Unavailable if it could not be kept
   */
  void giveUp(Letter letter);
}
