package ratings.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

  @ParameterizedTest(name = "{0} after {1} is {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "rate(1 minute); 2026-11-21T09:30:20Z; 2026-11-21T09:31:20Z",
        "rate(7 days); 2026-11-21T09:30:20Z; 2026-11-28T09:30:20Z",
        "cron(15 3 * * ? *); 2026-11-21T03:14:59Z; 2026-11-21T03:15:00Z",
        "cron(15 3 * * ? *); 2026-11-21T03:15:00Z; 2026-11-22T03:15:00Z",
        "cron(0/20 8-9 * * ? *); 2026-11-21T09:30:00Z; 2026-11-21T09:40:00Z",
        "cron(0/20 8-9 * * ? *); 2026-11-21T09:40:00Z; 2026-11-22T08:00:00Z",
        "cron(0 18 ? * MON-FRI *); 2026-11-21T00:00:00Z; 2026-11-23T18:00:00Z",
        "cron(0 0 L * ? *); 2028-02-01T00:00:00Z; 2028-02-29T00:00:00Z",
        "cron(0 0 1W * ? *); 2026-07-31T12:00:00Z; 2026-08-03T00:00:00Z",
        "cron(0 0 ? * 2#1 *); 2026-11-03T00:00:00Z; 2026-12-07T00:00:00Z",
        "cron(0 0 ? * 6L *); 2026-11-03T00:00:00Z; 2026-11-27T00:00:00Z",
        "cron(0 0 29 FEB ? *); 2026-11-03T00:00:00Z; 2028-02-29T00:00:00Z",
        "cron(30 12 1,15 JAN,JUL ? 2027/2); 2026-11-03T00:00:00Z; 2027-01-01T12:30:00Z",
      })
  void theNextRunIsTheFirstOneAfterwards(String expression, Instant after, Instant expected) {
    assertThat(Timing.parse(expression, ZoneOffset.UTC).next(after)).hasValue(expected);
  }

  @Test
  void aYearThatIsOverNeverComesAgain() {
    var timing = Timing.parse("cron(0 0 1 1 ? 2026)", ZoneOffset.UTC);
    assertThat(timing.next(Instant.parse("2026-11-21T00:00:00Z"))).isEmpty();
  }

  @Test
  void aZoneMovesTheRunWithItsClocks() {
    var timing = Timing.parse("cron(0 9 * * ? *)", ZoneId.of("Europe/Berlin"));
    assertThat(timing.next(Instant.parse("2026-10-24T08:00:00Z")))
        .hasValue(Instant.parse("2026-10-25T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(0 minutes)",
        "rate(1 minutes)",
        "rate(2 minute)",
        "rate(1 second)",
        "at(2026-11-21T00:00:00)",
        "cron(0 0 * * * *)",
        "cron(0 0 ? * ? *)",
        "cron(60 0 * * ? *)",
        "cron(0 0 * * ?)",
        "cron(0 0 5-2 * ? *)",
        "cron(0/0 0 * * ? *)",
        "cron(0 0 * FEX ? *)",
      })
  void whatEventBridgeRefusesIsRefused(String expression) {
    assertThatThrownBy(() -> Timing.parse(expression, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
