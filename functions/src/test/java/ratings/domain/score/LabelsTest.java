package ratings.domain.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void everyScoreOfEveryScaleHasItsOwnLabelInEveryLanguage() {
    for (Labels labels : Labels.all()) {
      for (Scale scale : Scale.values()) {
        assertThat(scale.scores().stream().map(score -> labels.of(scale, score)))
            .as(labels.language() + " " + scale)
            .doesNotHaveDuplicates()
            .allSatisfy(label -> assertThat(label).isNotBlank());
      }
    }
  }

  @Test
  void d5TheFacesGoFromTerribleToAmazing() {
    assertThat(Labels.in("en").faces()).containsExactly("terrible", "bad", "ok", "good", "amazing");
  }

  @Test
  void aKindOfALanguageHasTheLanguagesLabelsAndAnUnknownOneEnglish() {
    assertThat(Labels.in("de-AT").language()).isEqualTo("de");
    assertThat(Labels.in("tlh").language()).isEqualTo("en");
  }
}
