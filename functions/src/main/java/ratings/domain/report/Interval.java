package ratings.domain.report;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Between which percentages a share lies with 95 % confidence, had all been asked of whom these are
 * a sample: the score interval (E. B. Wilson, "Probable Inference, the Law of Succession, and
 * Statistical Inference", 1927), which holds for few answers and for shares near 0 and 1, too.
 */
public record Interval(BigDecimal low, BigDecimal high) {
  /** The standard normal deviate that 97.5 % lie below. */
  private static final double Z = 1.959963984540054;

  /** Of a share; none where there is nothing to have a share of. */
  static Optional<Interval> around(long part, long whole) {
    if (whole == 0) {
      return Optional.empty();
    }
    double share = (double) part / whole;
    double spread = Z * Z / whole;
    double middle = share + spread / 2;
    double half = Z * Math.sqrt(share * (1 - share) / whole + spread / (4 * whole));
    return Optional.of(
        new Interval(
            Percent.of(Math.max(0, (middle - half) / (1 + spread))),
            Percent.of(Math.min(1, (middle + half) / (1 + spread)))));
  }
}
