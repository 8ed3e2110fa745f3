package ratings.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.domain.report.Score.FivePoints;
import ratings.domain.report.Score.Nps;
import ratings.domain.report.Score.Thumbs;
import ratings.domain.score.Scale;
import ratings.domain.settings.NpsBands;

class ScoreTest {

  @Test
  void r48TwoOfEachOfTheFiveRatingsAreFortyPercent() {
    var score = five(Map.of(1, 2L, 2, 2L, 3, 2L, 4, 2L, 5, 2L));

    assertThat(score.csat()).contains(new BigDecimal("40.0"));
    assertThat(score.count()).isEqualTo(10);
    assertThat(score.average()).contains(new BigDecimal("3.00"));
  }

  @Test
  void r44ToR46FourAndFiveArePositiveTwoAndThreeNeutralOneNegative() {
    var score = five(Map.of(1, 1L, 2, 10L, 3, 100L, 4, 1_000L, 5, 10_000L));

    assertThat(score.positive()).isEqualTo(11_000);
    assertThat(score.neutral()).isEqualTo(110);
    assertThat(score.negative()).isEqualTo(1);
  }

  @Test
  void aScoreThatNobodyGaveIsCountedAsNone() {
    assertThat(five(Map.of(4, 3L)).distribution())
        .isEqualTo(new TreeMap<>(Map.of(1, 0L, 2, 0L, 3, 0L, 4, 3L, 5, 0L)));
  }

  @Test
  void whereNobodyAnsweredThereIsNoPercentage() {
    assertThat(five(Map.of()))
        .isEqualTo(
            new FivePoints(
                0,
                Optional.empty(),
                new TreeMap<>(Map.of(1, 0L, 2, 0L, 3, 0L, 4, 0L, 5, 0L)),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty()));
    assertThat(nps(Map.of(), NpsBands.STANDARD).nps()).isEmpty();
    assertThat(thumbs(Map.of()).share()).isEmpty();
  }

  @Test
  void percentagesAreRoundedHalfUpToOneDecimal() {
    assertThat(five(Map.of(5, 1L, 1, 15L)).csat()).contains(new BigDecimal("6.3"));
    assertThat(five(Map.of(5, 2L, 1, 1L)).csat()).contains(new BigDecimal("66.7"));
    assertThat(five(Map.of(5, 1L, 4, 7L)).average()).contains(new BigDecimal("4.13"));
  }

  @ParameterizedTest
  @CsvSource({"STANDARD, 2, 1, 2, 0.0", "KORE, 2, 2, 1, 20.0"})
  void anNpsIsPromotersLessDetractorsByNamedBands(
      NpsBands bands, long promoters, long passives, long detractors, BigDecimal nps) {
    assertThat(nps(Map.of(10, 1L, 9, 1L, 8, 1L, 6, 1L, 0, 1L), bands))
        .isEqualTo(new Nps(5, promoters, passives, detractors, Optional.of(nps), bands));
  }

  @Test
  void anNpsMayBeNegative() {
    assertThat(nps(Map.of(0, 2L, 10, 1L), NpsBands.STANDARD).nps())
        .contains(new BigDecimal("-33.3"));
  }

  @Test
  void thumbsHaveAShareOfThoseUp() {
    assertThat(thumbs(Map.of(1, 3L, 0, 1L)))
        .isEqualTo(new Thumbs(3, 1, Optional.of(new BigDecimal("75.0"))));
  }

  /** The figures are those of Wilson's formula worked out by hand to one decimal. */
  @ParameterizedTest
  @CsvSource({
    "4, 10, 16.8, 68.7",
    "0, 10, 0.0, 27.8",
    "10, 10, 72.2, 100.0",
    "1, 1, 20.7, 100.0",
    "81, 100, 72.2, 87.5",
    "810000, 1000000, 80.9, 81.1"
  })
  void aShareSaysHowFarItCanBeTrusted(long part, long whole, BigDecimal low, BigDecimal high) {
    assertThat(Interval.around(part, whole)).contains(new Interval(low, high));
  }

  private static FivePoints five(Map<Integer, Long> scores) {
    return (FivePoints) Score.of(Scale.STARS5, new TreeMap<>(scores), NpsBands.STANDARD);
  }

  private static Nps nps(Map<Integer, Long> scores, NpsBands bands) {
    return (Nps) Score.of(Scale.NPS, new TreeMap<>(scores), bands);
  }

  private static Thumbs thumbs(Map<Integer, Long> scores) {
    return (Thumbs) Score.of(Scale.THUMBS, new TreeMap<>(scores), NpsBands.STANDARD);
  }
}
