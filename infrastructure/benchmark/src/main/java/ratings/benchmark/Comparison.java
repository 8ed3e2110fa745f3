package ratings.benchmark;

import java.util.List;

/**
 * Something measured beside something else, pair by pair.
 *
 * @param id as promises.md has it
 * @param target the most that the ratio may be
 */
record Comparison(String id, String what, double target, List<Ratios.Pair> pairs) {

  Ratios byWall() {
    return Ratios.of(pairs, Spent::wall);
  }

  Ratios byCpu() {
    return Ratios.of(pairs, Spent::cpu);
  }
}
