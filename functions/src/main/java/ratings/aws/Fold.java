package ratings.aws;

import static java.util.Collections.unmodifiableMap;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;

/**
 * What the cells of a month and combination came to.
 *
 * @param until the day, in UTC, until which whatever was written is in it
 * @param revision that each write of the fold raises; 0 where there is none
 * @param days by the day of the month; of one that is not there nothing is counted
 */
record Fold(
    Combination combination,
    Optional<String> name,
    LocalDate until,
    long revision,
    Map<Integer, Counts> days) {
  Fold {
    var some = new TreeMap<>(days);
    some.values().removeIf(Counts::isNone);
    days = unmodifiableMap(some);
  }

  /** Of a combination that was never folded. */
  static Fold none(Combination combination) {
    return new Fold(combination, Optional.empty(), LocalDate.MIN, 0, Map.of());
  }

  /** Whether a cell is in it. */
  boolean has(StoredCell cell) {
    return !cell.written().isAfter(until);
  }

  /** The next, with other sums. */
  Fold next(LocalDate now, Optional<String> lastName, Map<Integer, Counts> sums) {
    return new Fold(combination, lastName.or(() -> name), now, revision + 1, sums);
  }
}
