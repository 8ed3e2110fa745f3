package ratings.functions.window;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.functions.Said.CANARY;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.aws.TalkativeDynamo;
import ratings.domain.Unavailable;
import ratings.domain.export.MemoryExports;
import ratings.domain.export.Orders;
import ratings.domain.export.Restarts;
import ratings.domain.notification.Scene;
import ratings.domain.rating.Deadlines;
import ratings.domain.rating.VirtualClock;
import ratings.functions.Said;

/**
 * P25: whatever becomes of a sweep, neither its log nor the exception that it ends with, which
 * Lambda logs, says which conversations or exports were due, or whose.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class QuietSweepTest {
  private final VirtualClock clock = new VirtualClock();

  @ParameterizedTest
  @CsvSource({"400, ValidationException", "500, InternalServerError"})
  void p25WhatATableQuotesOfWhatItRefusesIsNotRepeated(int status, String kind) {
    var tables = TalkativeDynamo.tables(status, kind, "no such key: canary");

    assertThat(said(tables.deadlines(), new Restarts(tables.overdueExports(), _ -> {}, clock)))
        .contains("Exception")
        .doesNotContain(CANARY);
  }

  @Test
  void p25AnExportThatCannotBeRestartedIsNotRepeated() {
    var exports = MemoryExports.empty();
    exports.add(Orders.of(Orders.csv(Map.of("userId", CANARY))));
    clock.advance(Duration.ofDays(1));
    var restarts =
        new Restarts(
            exports,
            _ -> {
              throw new Unavailable("no queue", new IllegalStateException());
            },
            clock);

    assertThat(said(_ -> Deadlines.Swept.NOTHING, restarts))
        .contains("no queue")
        .doesNotContain(CANARY);
  }

  private String said(Deadlines deadlines, Restarts restarts) {
    var function = new EnforceWindowsFunction(deadlines, restarts, Scene.of(clock).digests());
    return Said.by(run -> function.handleRequest(Map.of(), run));
  }
}
