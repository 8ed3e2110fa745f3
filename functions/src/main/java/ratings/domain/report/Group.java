package ratings.domain.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ratings.domain.score.Scale;
import ratings.domain.settings.NpsBands;

/**
 * Conversations that a report sums.
 *
 * @param byScale those of each scale that somebody was asked on
 */
public record Group(Map<Scale, Counts> byScale) {
  public Group {
    byScale = Map.copyOf(byScale);
  }

  static Group of(Collection<Cell> cells) {
    var byScale = new EnumMap<Scale, Counts>(Scale.class);
    cells.forEach(cell -> byScale.merge(cell.combination().scale(), cell.counts(), Counts::plus));
    byScale.values().removeIf(Counts::isNone);
    return new Group(byScale);
  }

  /** Of all scales together: what does not depend on a scale can be summed over them. */
  public Counts all() {
    return byScale.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /** Percent of those asked that answered, of the same conversations (R102). */
  public Optional<BigDecimal> responseRate() {
    return Percent.of(all().answered(), all().asked());
  }

  /** Percent of those who said whether their issue was resolved that said yes (R106). */
  public Optional<BigDecimal> resolutionRate() {
    return Percent.of(all().resolved(), all().resolved() + all().unresolved());
  }

  /** What each scale's answers come to. */
  public SortedMap<Scale, Score> scores(NpsBands bands) {
    var scores = new TreeMap<Scale, Score>();
    byScale.forEach((scale, counts) -> scores.put(scale, Score.of(scale, counts.scores(), bands)));
    return scores;
  }

  /**
   * Whether a target is reached (R40, R41): by the share of positive answers, as it is shown, on
   * each scale that has one. Nothing where nobody answered on any.
   *
   * @param target percent
   */
  public Optional<Boolean> meets(BigDecimal target) {
    return scores(NpsBands.STANDARD).values().stream()
        .flatMap(score -> score.positiveShare().stream())
        .map(share -> share.compareTo(target) >= 0)
        .reduce(Boolean::logicalAnd);
  }
}
