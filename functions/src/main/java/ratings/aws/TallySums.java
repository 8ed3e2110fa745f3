package ratings.aws;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import ratings.domain.report.Combination;
import ratings.domain.report.Contribution;
import ratings.domain.report.Counts;

/**
 * Sums of one workspace: by month, combination and day of the month. No sum is nothing.
 *
 * @param months what there is
 */
record TallySums(Map<YearMonth, Map<Combination, Map<Integer, Counts>>> months) {

  static TallySums none() {
    return new TallySums(new TreeMap<>());
  }

  void add(Contribution contribution) {
    add(contribution.day(), contribution.combination(), contribution.counts());
  }

  void add(TallySums other) {
    other.months.forEach(
        (month, combinations) ->
            combinations.forEach(
                (combination, days) ->
                    days.forEach((day, counts) -> add(month.atDay(day), combination, counts))));
  }

  Map<Combination, Map<Integer, Counts>> of(YearMonth month) {
    return months.getOrDefault(month, Map.of());
  }

  private void add(LocalDate day, Combination combination, Counts counts) {
    months
        .computeIfAbsent(YearMonth.from(day), _ -> new HashMap<>())
        .computeIfAbsent(combination, _ -> new TreeMap<>())
        .merge(day.getDayOfMonth(), counts, Counts::plus);
  }
}
