package ratings.aws;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import ratings.domain.Unavailable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Our own retries of what AWS would not have just now: throttled, failed on its side, timed out, or
 * a connection that died while the environment was frozen. Every try runs the whole call again, so
 * that it reads the clock again.
 *
 * @param most tries, the first one included
 * @param longest pause before the second try; it doubles with each, and is drawn from half upwards
 * @param patience after which no further try begins
 * @param nanos what a stopwatch shows
 */
public record Retries(
    int most, Duration longest, Pause pause, Duration patience, LongSupplier nanos) {
  /** What a transaction's reason is called where a condition did not hold. */
  static final String CONDITION_FAILED = "ConditionalCheckFailed";

  private static final Set<String> FINAL = Set.of(CONDITION_FAILED, "ValidationError");
  private static final Set<String> PASSING =
      Set.of(
          "TransactionConflictException",
          "TransactionInProgressException",
          "LimitExceededException",
          // S3 begins to answer 200 before it knows, and then says so in the body.
          "InternalError");

  /** With as many tries as there may be, however long they take. */
  public Retries(int most, Duration longest, Pause pause) {
    this(most, longest, pause, Duration.ofDays(1), System::nanoTime);
  }

  /** As many tries, none of which begins later than that. */
  public Retries within(Duration time) {
    return new Retries(most, longest, pause, time, nanos);
  }

  /** How to wait. */
  public interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /**
   * Three tries, for a caller who waits: with a client that gives each 1.8 seconds, a request of
   * five calls, one of them read again, is answered 503 before its function's 29 seconds are over.
   */
  public static Retries whileSomebodyWaits() {
    return new Retries(3, Duration.ofMillis(50), Thread::sleep);
  }

  /** Eight tries, within half a minute: for work that nobody waits for. */
  public static Retries inTheBackground() {
    return new Retries(8, Duration.ofMillis(200), Thread::sleep);
  }

  /**
   * The call's result, from the first try that had one.
   *
   * @throws Unavailable if no try had
   */
  public <T> T call(Supplier<T> call) {
    long begun = nanos.getAsLong();
    for (int tried = 1; ; tried++) {
      try {
        return call.get();
      } catch (SdkException e) {
        if (!passes(e)) {
          throw e;
        }
        if (tried >= most || nanos.getAsLong() - begun >= patience.toNanos()) {
          throw new Unavailable("AWS would not have it, " + tried + " times", e);
        }
      }
      pause(tried);
    }
  }

  /** Drawn securely, for that alone differs between environments restored from one snapshot. */
  private void pause(int tried) {
    long whole = longest.toNanos() << (tried - 1);
    try {
      pause.of(Duration.ofNanos(new SecureRandom().nextLong(whole / 2, whole)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted between tries", e);
    }
  }

  private static boolean passes(SdkException e) {
    return switch (e) {
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .map(CancellationReason::code)
              .noneMatch(FINAL::contains);
      case AwsServiceException service ->
          service.statusCode() >= 500
              || service.isThrottlingException()
              || Optional.ofNullable(service.awsErrorDetails())
                  .map(AwsErrorDetails::errorCode)
                  .filter(PASSING::contains)
                  .isPresent();
      case SdkClientException client -> true;
      default -> false;
    };
  }
}
