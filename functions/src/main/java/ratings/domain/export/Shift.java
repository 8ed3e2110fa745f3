package ratings.domain.export;

import java.time.Instant;

/**
 * The time that one run has.
 *
 * @param holder names the run, and no other
 * @param handOver from when on it leaves the rest to the next run
 * @param end when it is over, whatever it was about to do
 */
public record Shift(String holder, Instant handOver, Instant end) {

  Lease lease() {
    return new Lease(holder, end);
  }
}
