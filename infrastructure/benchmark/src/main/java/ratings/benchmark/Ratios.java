package ratings.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Ratios of pairs that were measured one right after the other, smallest first. */
record Ratios(List<Double> sorted) {
  Ratios {
    sorted = sorted.stream().sorted().toList();
  }

  /** A measured thing and what it is compared with. */
  record Pair(Spent measured, Spent against) {}

  static Ratios of(List<Pair> pairs, Function<Spent, Duration> clock) {
    return new Ratios(
        pairs.stream()
            .map(
                pair ->
                    (double) clock.apply(pair.measured()).toNanos()
                        / clock.apply(pair.against()).toNanos())
            .toList());
  }

  double median() {
    return sorted.get(sorted.size() / 2);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.2f  (%.2f-%.2f)", median(), sorted.getFirst(), sorted.getLast());
  }
}
