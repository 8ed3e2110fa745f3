package ratings.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallLogTest {
  private final CallLog log = new CallLog();

  @Test
  void aCallIsShownWithTheStatusThatItAnswered() {
    assertThat(statusOf("{\"headers\":{\"statusCode\":1},\"statusCode\":409}")).isEqualTo("409");
    assertThat(statusOf("{\"batchItemFailures\":[]}")).isEqualTo("ok");
    assertThat(statusOf("null")).isEqualTo("ok");
    assertThat(statusOf("oops")).isEqualTo("no JSON");
  }

  @Test
  void aFailureIsShownByItsType() {
    add(Outcome.Failed.of("Sandbox.Timedout", "too long"));
    assertThat(log.latest().getFirst().status()).isEqualTo("Sandbox.Timedout");
    assertThat(log.latest().getFirst().failed()).isTrue();
  }

  @Test
  void allCallsAreCountedAndTheLatestKept() {
    for (int i = 0; i < 100; i++) {
      statusOf("{\"statusCode\":" + (200 + i) + "}");
    }
    assertThat(log.count("F")).isEqualTo(100);
    assertThat(log.count("G")).isZero();
    assertThat(log.latest()).hasSize(15);
    assertThat(log.latest().getFirst().status()).isEqualTo("299");
  }

  private String statusOf(String answer) {
    add(new Outcome.Answered(answer.getBytes(StandardCharsets.UTF_8)));
    return log.latest().getFirst().status();
  }

  private void add(Outcome outcome) {
    log.add(Instant.EPOCH, "F", outcome, Duration.ZERO);
  }
}
