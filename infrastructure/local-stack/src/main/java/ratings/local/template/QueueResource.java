package ratings.local.template;

import java.util.Optional;

/**
 * An {@code AWS::SQS::Queue}, named by its logical id.
 *
 * @param redrive where messages go that were received too often
 */
public record QueueResource(
    String id,
    String arn,
    int delaySeconds,
    int visibilitySeconds,
    int retentionSeconds,
    int waitSeconds,
    Optional<Redrive> redrive) {

  /**
   * A dead-letter queue.
   *
   * @param queueId its logical id
   */
  public record Redrive(String queueId, int maximumReceives) {}
}
