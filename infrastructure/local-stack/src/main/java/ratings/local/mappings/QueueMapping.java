package ratings.local.mappings;

import java.time.Duration;

/**
 * A function that a queue feeds.
 *
 * @param function the logical id
 * @param batchSize 1 to 10,000 messages
 * @param window how long messages may wait for a batch to fill, 0 to 300 seconds
 * @param reportsFailures whether the function answers with the messages that failed
 * @param concurrency how many batches are handled at once
 */
public record QueueMapping(
    String function,
    String queueArn,
    int batchSize,
    Duration window,
    EventFilter filter,
    boolean reportsFailures,
    int concurrency) {

  public QueueMapping {
    Limits.require(function, "BatchSize", batchSize, 1, 10_000);
    Limits.require(function, "MaximumBatchingWindowInSeconds", window.toSeconds(), 0, 300);
    Limits.require(function, "MaximumConcurrency", concurrency, 1, 1_000);
    if (batchSize > 10 && window.isZero()) {
      throw new IllegalArgumentException(
          function + ": a BatchSize over 10 needs MaximumBatchingWindowInSeconds of at least 1");
    }
  }
}
