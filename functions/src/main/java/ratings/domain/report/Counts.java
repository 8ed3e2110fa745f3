package ratings.domain.report;

import static java.util.Collections.unmodifiableSortedMap;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many conversations there were of each kind, all on one scale. A difference of two may be
 * negative.
 *
 * @param asked whose customer was asked, or rated unasked
 * @param delivered of these, whose customer is known to have got the request (R96): was told to
 *     have, saw it or answered
 * @param answered of these, that were rated; the response rate is answered over asked
 * @param resolved of these, whose customer said that the issue was resolved (R106)
 * @param unresolved of these, whose customer said that it was not
 * @param scores of these, how many have each score; one that none has is not there
 */
public record Counts(
    long asked,
    long delivered,
    long answered,
    long resolved,
    long unresolved,
    SortedMap<Integer, Long> scores) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, new TreeMap<>());

  public Counts {
    var some = new TreeMap<>(scores);
    some.values().removeIf(count -> count == 0);
    scores = unmodifiableSortedMap(some);
  }

  public Counts plus(Counts other) {
    return plus(other, 1);
  }

  public Counts minus(Counts other) {
    return plus(other, -1);
  }

  public Counts negated() {
    return NONE.minus(this);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  private Counts plus(Counts other, int times) {
    var sums = new TreeMap<Integer, Long>(scores);
    for (Map.Entry<Integer, Long> each : other.scores.entrySet()) {
      sums.merge(each.getKey(), times * each.getValue(), Long::sum);
    }
    return new Counts(
        asked + times * other.asked,
        delivered + times * other.delivered,
        answered + times * other.answered,
        resolved + times * other.resolved,
        unresolved + times * other.unresolved,
        sums);
  }
}
