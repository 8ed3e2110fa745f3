package ratings.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when a conversation may be rated, and its rating changed: strictly before each end (R2, R5,
 * D1). Both count from the close in elapsed hours, each by itself (R6, R7).
 *
 * @param rateUntil end of the time for a first rating, {@link #OPEN} without a limit
 * @param changeUntil end of the time for changes, {@link #OPEN} without a limit
 */
public record Windows(Instant rateUntil, Instant changeUntil) {

  /** Later than every deadline: an end that never comes, so that one comparison serves both. */
  public static final Instant OPEN = Instant.parse("9999-12-31T23:59:59.999Z");

  /**
   * The windows of a conversation closed at an instant; hours that are absent set no limit (R3).
   */
  public static Windows from(
      Instant closedAt, Optional<Integer> rateWithinHours, Optional<Integer> changeWithinHours) {
    return new Windows(end(closedAt, rateWithinHours), end(closedAt, changeWithinHours));
  }

  public boolean mayRate(Instant now) {
    return now.isBefore(rateUntil);
  }

  public boolean mayChange(Instant now) {
    return now.isBefore(changeUntil);
  }

  /** The earlier of the ends that come. */
  public Optional<Instant> firstEnd() {
    return Stream.of(rateUntil, changeUntil)
        .filter(end -> !end.equals(OPEN))
        .min(Comparator.naturalOrder());
  }

  /** Whether there is a limit for the first rating and one for changes. */
  public boolean bothEnd() {
    return !rateUntil.equals(OPEN) && !changeUntil.equals(OPEN);
  }

  /** The later of the ends that come; the beginning of time where none does. */
  public Instant lastEnd() {
    return Stream.of(rateUntil, changeUntil)
        .filter(end -> !end.equals(OPEN))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Instant end(Instant closedAt, Optional<Integer> hours) {
    return hours.map(h -> closedAt.plus(Duration.ofHours(h))).orElse(OPEN);
  }
}
