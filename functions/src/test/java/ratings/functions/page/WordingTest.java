package ratings.functions.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ratings.domain.score.Labels;

class WordingTest {

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageSaysEverythingAndInItsOwnWords(String language) {
    var wording = Wording.in(Optional.of(language), Optional.empty());

    assertThat(wording.language()).isEqualTo(language);
    assertThat(wording.phrases().keySet()).containsExactlyInAnyOrder(Phrase.values());
    assertThat(wording.phrases().values()).allSatisfy(text -> assertThat(text).isNotBlank());
    assertThat(Labels.in(language).language()).isEqualTo(language);
  }

  @Test
  void noLanguageIsAnotherOnesCopy() {
    assertThat(languages().map(it -> Wording.in(Optional.of(it), Optional.empty()).phrases()))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(20);
  }

  private static Stream<String> languages() {
    return Wording.LANGUAGES.stream();
  }
}
