package ratings.local.queues;

import java.time.Duration;
import java.util.Optional;

/**
 * A standard queue as the template describes it.
 *
 * @param visibilityTimeout how long a received message is hidden from others
 * @param delay how long every new message stays hidden
 * @param redrive where messages go that nobody could handle
 */
public record Queue(
    String name, Duration visibilityTimeout, Duration delay, Optional<Redrive> redrive) {

  /** What SQS gives a queue that says nothing else. */
  public static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

  public Queue {
    if (name.endsWith(".fifo")) {
      throw new IllegalArgumentException(name + ": FIFO queues are not known here");
    }
    requireWithin(name, "VisibilityTimeout", visibilityTimeout, Duration.ofHours(12));
    requireWithin(name, "DelaySeconds", delay, Duration.ofSeconds(900));
  }

  /** A queue that says nothing but its name. */
  public static Queue named(String name) {
    return new Queue(name, DEFAULT_VISIBILITY, Duration.ZERO, Optional.empty());
  }

  private static void requireWithin(String name, String what, Duration duration, Duration most) {
    if (duration.isNegative() || duration.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + ": " + what + " must be 0 to " + most.toSeconds() + " seconds");
    }
  }
}
