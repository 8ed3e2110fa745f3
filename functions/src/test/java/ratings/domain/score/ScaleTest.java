package ratings.domain.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  @ParameterizedTest(name = "R43 R54 R84 R90: {0} takes {1} to {2} and nothing beside")
  @CsvSource({"stars5, 1, 5", "faces5, 1, 5", "thumbs, 0, 1", "nps, 0, 10"})
  void aScaleTakesItsScores(String code, int lowest, int highest) {
    var scale = Scale.of(code).orElseThrow();

    assertThat(scale.scores()).first().isEqualTo(lowest);
    assertThat(scale.scores()).last().isEqualTo(highest);
    assertThat(scale.scores()).allMatch(scale::takes);
    assertThat(scale.takes(lowest - 1)).isFalse();
    assertThat(scale.takes(highest + 1)).isFalse();
  }

  @ParameterizedTest(name = "R44 R45 R46: {1} on {0} is {2}")
  @CsvSource({
    "faces5, 1, NEGATIVE",
    "faces5, 2, NEUTRAL",
    "faces5, 3, NEUTRAL",
    "faces5, 4, POSITIVE",
    "stars5, 5, POSITIVE",
    "thumbs, 0, NEGATIVE",
    "thumbs, 1, POSITIVE",
    "nps, 6, NEGATIVE",
    "nps, 7, NEUTRAL",
    "nps, 8, NEUTRAL",
    "nps, 9, POSITIVE"
  })
  void aScoreHasItsBand(String code, int score, Band band) {
    assertThat(Scale.of(code).orElseThrow().band(score)).isEqualTo(band);
  }

  @ParameterizedTest(name = "D7: on {0} a score of {1} is low")
  @CsvSource({"thumbs, 0", "stars5, 2", "faces5, 2", "nps, 6"})
  void aScaleHasItsLowThreshold(String code, int threshold) {
    assertThat(Scale.of(code).orElseThrow().lowThreshold()).isEqualTo(threshold);
  }

  @Test
  void aScoreOfAnotherScaleHasNoBand() {
    assertThatThrownBy(() -> Scale.THUMBS.band(5)).isInstanceOf(IllegalArgumentException.class);
  }
}
