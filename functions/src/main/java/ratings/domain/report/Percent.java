package ratings.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Percentages with one decimal, half up; none of nothing. */
final class Percent {
  private static final int DECIMALS = 1;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /** A part of a whole; the part may be negative, as detractors may outnumber promoters. */
  static Optional<BigDecimal> of(long part, long whole) {
    if (whole == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP));
  }

  static BigDecimal of(double share) {
    return BigDecimal.valueOf(share).multiply(HUNDRED).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
