package ratings.local.mappings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A function that reads a table's stream.
 *
 * @param function the logical id
 * @param start what it reads of what was there before it
 * @param batchSize 1 to 10,000 records
 * @param window how long records may wait for a batch to fill, 0 to 300 seconds
 * @param reportsFailures whether the function answers with the records that failed
 * @param bisects whether a batch is halved when the function fails
 * @param maximumRetries how often a batch is tried again, empty without limit
 * @param maximumAge how old a record may become before it is given up, empty without limit
 */
public record StreamMapping(
    String function,
    String streamArn,
    Start start,
    int batchSize,
    Duration window,
    EventFilter filter,
    boolean reportsFailures,
    boolean bisects,
    OptionalInt maximumRetries,
    Optional<Duration> maximumAge,
    Optional<Destination> onFailure) {

  /** Where a mapping begins. */
  public enum Start {
    TRIM_HORIZON,
    LATEST
  }

  public StreamMapping {
    Limits.require(function, "BatchSize", batchSize, 1, 10_000);
    Limits.require(function, "MaximumBatchingWindowInSeconds", window.toSeconds(), 0, 300);
    maximumRetries.ifPresent(
        retries -> Limits.require(function, "MaximumRetryAttempts", retries, 0, 10_000));
    maximumAge.ifPresent(
        age -> Limits.require(function, "MaximumRecordAgeInSeconds", age.toSeconds(), 60, 604_800));
  }

  /** The mapping's id, the same at each start of the stack. */
  UUID id() {
    return UUID.nameUUIDFromBytes((function + streamArn).getBytes(StandardCharsets.UTF_8));
  }
}
