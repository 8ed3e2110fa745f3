package ratings.local.mappings;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Runs functions for those who do not wait for the outcome, as topics and schedules: what fails is
 * tried twice more, after one and after two minutes, and then dropped with a line.
 */
public final class AsynchronousInvoker {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

  private final Invoker invoker;
  private final Executor executor;
  private final Pause pause;
  private final Report report;

  public AsynchronousInvoker(Invoker invoker, Executor executor, Pause pause, Report report) {
    this.invoker = invoker;
    this.executor = executor;
    this.pause = pause;
    this.report = report;
  }

  /** Returns at once; the function runs on the executor. */
  public void invoke(String function, byte[] event) {
    executor.execute(
        () -> {
          try {
            attempt(function, event);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void attempt(String function, byte[] event) throws InterruptedException {
    for (var next : PAUSES) {
      if (succeeds(function, event)) {
        return;
      }
      pause.last(next);
    }
    if (!succeeds(function, event)) {
      report.line(function + ": an event was dropped after three attempts");
    }
  }

  private boolean succeeds(String function, byte[] event) {
    try {
      invoker.invoke(function, event);
      return true;
    } catch (InvocationFailed e) {
      report.line(function + ": " + e.getMessage());
      return false;
    }
  }
}
