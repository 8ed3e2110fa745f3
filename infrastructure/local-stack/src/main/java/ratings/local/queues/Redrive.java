package ratings.local.queues;

/**
 * Moves a message to another queue after it was received too often.
 *
 * @param deadLetterQueue the other queue's name; it must exist first
 */
public record Redrive(String deadLetterQueue, int maximumReceives) {

  public Redrive {
    if (maximumReceives < 1 || maximumReceives > 1000) {
      throw new IllegalArgumentException(
          deadLetterQueue + ": maxReceiveCount must be 1 to 1000, not " + maximumReceives);
    }
  }
}
