package ratings.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Something measured beside something else, pair by pair.
 *
 * @param id as promises.md has it
 * @param target what the ratio should be, as {@code <= 1.10}
 */
record Comparison(String id, String what, String target, List<Ratios.Pair> pairs) {

  Ratios byWall() {
    return Ratios.of(pairs, Spent::wall);
  }

  Ratios byCpu() {
    return Ratios.of(pairs, Spent::cpu);
  }

  /** The median of each side by the clock on the wall, of this machine in this minute. */
  String milliseconds() {
    return String.format(
        Locale.ROOT, "%.1f / %.1f ms", median(Ratios.Pair::measured), median(Ratios.Pair::against));
  }

  private double median(Function<Ratios.Pair, Spent> side) {
    var sorted = pairs.stream().map(side).map(Spent::wall).sorted().toList();
    return sorted.get(sorted.size() / 2).toNanos() / 1e6;
  }
}
