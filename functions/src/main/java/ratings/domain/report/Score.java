package ratings.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import ratings.domain.score.Band;
import ratings.domain.score.Scale;
import ratings.domain.settings.NpsBands;

/** What the answers on one scale come to. Scores of different scales are never mixed. */
public sealed interface Score {

  /** How many answered on it. */
  long count();

  /** Percent of positive answers, where the scale has such a share; an NPS is no share. */
  Optional<BigDecimal> positiveShare();

  /**
   * Stars or faces.
   *
   * @param average two decimals, half up
   * @param distribution how many gave each score, also those that nobody gave
   * @param csat percent of positive ones among all (R47)
   * @param interval of the csat
   */
  record FivePoints(
      long count,
      Optional<BigDecimal> average,
      SortedMap<Integer, Long> distribution,
      long positive,
      long neutral,
      long negative,
      Optional<BigDecimal> csat,
      Optional<Interval> interval)
      implements Score {
    @Override
    public Optional<BigDecimal> positiveShare() {
      return csat;
    }
  }

  /**
   * From 0 to 10.
   *
   * @param nps percent of promoters less percent of detractors, from -100 to 100
   * @param bands by which these were told apart
   */
  record Nps(
      long count,
      long promoters,
      long passives,
      long detractors,
      Optional<BigDecimal> nps,
      NpsBands bands)
      implements Score {
    @Override
    public Optional<BigDecimal> positiveShare() {
      return Optional.empty();
    }
  }

  /**
   * Up or down.
   *
   * @param share percent of those up
   */
  record Thumbs(long up, long down, Optional<BigDecimal> share) implements Score {
    @Override
    public long count() {
      return up + down;
    }

    @Override
    public Optional<BigDecimal> positiveShare() {
      return share;
    }
  }

  /** Of the answers that a scale got. */
  static Score of(Scale scale, SortedMap<Integer, Long> scores, NpsBands bands) {
    return switch (scale) {
      case STARS5, FACES5 -> fivePoints(scale, scores);
      case NPS -> nps(scores, bands);
      case THUMBS -> thumbs(scale, scores);
    };
  }

  private static FivePoints fivePoints(Scale scale, SortedMap<Integer, Long> scores) {
    var distribution = new TreeMap<Integer, Long>();
    scale.scores().forEach(score -> distribution.put(score, scores.getOrDefault(score, 0L)));
    long count = sum(scores);
    long positive = in(Band.POSITIVE, scores, scale::band);
    return new FivePoints(
        count,
        average(scores, count),
        distribution,
        positive,
        in(Band.NEUTRAL, scores, scale::band),
        in(Band.NEGATIVE, scores, scale::band),
        Percent.of(positive, count),
        Interval.around(positive, count));
  }

  private static Nps nps(SortedMap<Integer, Long> scores, NpsBands bands) {
    long count = sum(scores);
    long promoters = in(Band.POSITIVE, scores, bands::band);
    long detractors = in(Band.NEGATIVE, scores, bands::band);
    return new Nps(
        count,
        promoters,
        in(Band.NEUTRAL, scores, bands::band),
        detractors,
        Percent.of(promoters - detractors, count),
        bands);
  }

  private static Thumbs thumbs(Scale scale, SortedMap<Integer, Long> scores) {
    long up = in(Band.POSITIVE, scores, scale::band);
    return new Thumbs(up, in(Band.NEGATIVE, scores, scale::band), Percent.of(up, sum(scores)));
  }

  private static long in(Band band, SortedMap<Integer, Long> scores, IntFunction<Band> bands) {
    return scores.entrySet().stream()
        .filter(score -> bands.apply(score.getKey()) == band)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static long sum(SortedMap<Integer, Long> scores) {
    return scores.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Optional<BigDecimal> average(SortedMap<Integer, Long> scores, long count) {
    long total = scores.entrySet().stream().mapToLong(it -> it.getKey() * it.getValue()).sum();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(total).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
  }
}
