package ratings.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Backoff USUAL = Backoff.usual();

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT15S",
    "3, PT45S",
    "4, PT2M15S",
    "5, PT6M45S",
    "6, PT20M15S",
    "7, PT1H45S",
    "8, PT3H2M15S",
    "9, PT4H",
    "13, PT4H"
  })
  void eachWaitIsThreeTimesTheOneBeforeUpToFourHours(int tried, Duration wait) {
    assertThat(USUAL.after(tried, 0.5)).contains(wait);
  }

  @Test
  void messagesThatFailedTogetherDoNotComeBackTogether() {
    assertThat(USUAL.after(1, 0)).contains(Duration.ofSeconds(4));
    assertThat(USUAL.after(1, 1)).contains(Duration.ofSeconds(6));
  }

  @Test
  void itEndsAfterAboutADay() {
    var all = Duration.ZERO;
    int tries = 1;
    for (var wait = USUAL.after(1, 0.5); wait.isPresent(); wait = USUAL.after(tries, 0.5)) {
      all = all.plus(wait.get());
      tries++;
    }

    assertThat(tries).isEqualTo(14);
    assertThat(all).isBetween(Duration.ofHours(23), Duration.ofHours(25));
    assertThat(USUAL.after(14, 0.5)).isEqualTo(Optional.empty());
  }
}
