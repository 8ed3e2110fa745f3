package ratings.domain.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait after a failed try: longer each time, and a little otherwise for each message,
 * so that all that failed together does not come back together.
 *
 * @param first wait, after the first try
 * @param factor by which each wait is longer than the one before
 * @param longest wait
 * @param most tries, the first one included
 */
public record Backoff(Duration first, int factor, Duration longest, int most) {
  /** A wait is drawn from so much of itself less to so much more. */
  private static final double SPREAD = 0.2;

  /** After 5 s, 15 s, 45 s and so on, never more than four hours: 14 tries within about a day. */
  public static Backoff usual() {
    return new Backoff(Duration.ofSeconds(5), 3, Duration.ofHours(4), 14);
  }

  /**
   * The wait before the next try.
   *
   * @param tried how often it was tried, at least once
   * @param chance from 0 to 1
   * @return nothing where it was tried often enough
   */
  public Optional<Duration> after(int tried, double chance) {
    if (tried >= most) {
      return Optional.empty();
    }
    var wait = first;
    for (int i = 1; i < tried && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(factor);
    }
    var whole = wait.compareTo(longest) < 0 ? wait : longest;
    return Optional.of(
        Duration.ofMillis(Math.round(whole.toMillis() * (1 - SPREAD + 2 * SPREAD * chance))));
  }
}
