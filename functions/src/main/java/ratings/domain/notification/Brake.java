package ratings.domain.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import ratings.domain.Unavailable;

/**
 * Sees to it that nobody gets more than one mail a minute: SNS stops writing to an address that it
 * had to write to more than ten times in a second, and nobody reads so many. What is held back
 * waits until somebody says that it was told, whoever dies in between. Each method throws {@link
 * Unavailable} if the store would not have it.
 */
public interface Brake {
  /** Between two mails to one recipient. */
  Duration PAUSE = Duration.ofMinutes(1);

  /** What waits for a recipient. */
  record Held(Recipient recipient, Set<Waiting> waiting) {
    public Held {
      waiting = Set.copyOf(waiting);
    }
  }

  /**
   * Lets a low rating wait for a recipient, and says whether he may be written to now of this one
   * alone: then no other may write to him for a minute.
   */
  boolean take(Recipient recipient, Waiting waiting, Instant now);

  /** Takes the minute of those who may be written to now, and for whom something waits. */
  List<Held> due(Instant now, int most);

  /** Notes that a recipient was told of what waited. */
  void settle(Recipient recipient, Set<Waiting> told);
}
