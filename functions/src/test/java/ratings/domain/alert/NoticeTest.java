package ratings.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;
import ratings.domain.settings.RecipientRole;
import ratings.domain.settings.SampleLine;

class NoticeTest {
  @ParameterizedTest(name = "D7: {1} on {0} is low: {2}")
  @CsvSource({
    "stars5, 1, true", "stars5, 2, true", "stars5, 3, false", "faces5, 2, true",
    "faces5, 3, false", "thumbs, 0, true", "thumbs, 1, false", "nps, 0, true",
    "nps, 6, true", "nps, 7, false",
  })
  void whatIsLowIsAnnounced(String scale, int score, boolean low) {
    var line = SampleLine.widget("site").with("scale", scale);

    assertThat(notice(line, score, Scale.of(scale).orElseThrow()).isPresent()).isEqualTo(low);
  }

  @Test
  void aLinesOwnThresholdHolds() {
    var strict = SampleLine.widget("site").with("lowRating", Map.of("threshold", 4));

    assertThat(notice(strict, 4, Scale.STARS5)).isPresent();
    assertThat(notice(strict, 5, Scale.STARS5)).isEmpty();
  }

  @Test
  void aThresholdMeansNothingOnAnotherScale() {
    var nps =
        SampleLine.widget("site").with("scale", "nps").with("lowRating", Map.of("threshold", 4));

    assertThat(notice(nps, 3, Scale.STARS5)).isEmpty();
    assertThat(notice(nps, 2, Scale.STARS5)).isPresent();
  }

  @Test
  void r91TheLineSaysWhoHearsOfItAndWhetherTheCustomerIsQuoted() {
    var own =
        SampleLine.widget("site")
            .with("lowRating", Map.of("recipients", List.of("group"), "includeFeedback", true));

    assertThat(notice(own, 1, Scale.STARS5))
        .contains(new Notice("acme", 1, List.of(RecipientRole.GROUP), true));
    assertThat(notice(SampleLine.widget("site"), 1, Scale.STARS5))
        .contains(
            new Notice(
                "acme", 1, List.of(RecipientRole.RESPONSIBLE, RecipientRole.SUPERVISOR), false));
  }

  @Test
  void whatIsBroughtInFromElsewhereIsNoNews() {
    var attempt = Attempts.at("c1").score(1).make();
    var imported = Attempt.of(attempt.line(), attempt.submission(), attempt.key(), Source.IMPORT);

    assertThat(Notice.of(imported, Scale.STARS5)).isEmpty();
  }

  private static Optional<Notice> notice(SampleLine line, int score, Scale scale) {
    return Notice.of(Attempts.at("c1").by(line.line()).score(score).make(), scale);
  }
}
