package ratings.domain.export;

import java.time.Duration;

/**
 * How an export is cut up.
 *
 * @param partBytes from which on a part is full; the store takes no smaller ones but the last
 * @param pageRows rows of a page
 * @param between times at which progress is stored
 * @param mostHops how often it may be handed over
 */
public record Measures(int partBytes, int pageRows, Duration between, int mostHops) {

  /** Parts of 6 MiB: with one being filled and one being sent, a small function has room. */
  public static Measures usual() {
    return new Measures(6 * 1024 * 1024, 500, Duration.ofSeconds(2), 500);
  }
}
