package ratings.domain.outbox;

import java.time.Duration;
import ratings.domain.Unavailable;

/** Reminders of requests that are due soon. */
public interface Reminders {

  /**
   * Holds a reminder back for a while.
   *
   * @param pause no longer than {@link Sending#LONGEST_PAUSE}
   * @throws Unavailable if it could not be left there
   */
  void send(Cue.Reminder reminder, Duration pause);
}
