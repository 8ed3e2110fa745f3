package ratings.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process of a function, which handles one event at a time. It is not usable any more once an
 * event took too long or the process ended.
 */
final class ExecutionEnvironment implements AutoCloseable {
  /** Lambda gives 10 seconds on a machine of its own; this one may be busy. */
  private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);

  private final Duration timeout;
  private final RuntimeApi api;
  private final Process process;
  private final CompletableFuture<Outcome> ended;

  private ExecutionEnvironment(Duration timeout, RuntimeApi api, Process process) {
    this.timeout = timeout;
    this.api = api;
    this.process = process;
    this.ended =
        CompletableFuture.anyOf(api.initFailed(), process.onExit().thenApply(this::exited))
            .thenApply(Outcome.class::cast);
  }

  static ExecutionEnvironment start(Launch launch, FunctionLog log) {
    try {
      var api = new RuntimeApi(launch.arn());
      var process = launch.process(api.address()).redirectErrorStream(true).start();
      log.follow(process.getInputStream());
      return new ExecutionEnvironment(
          Duration.ofSeconds(launch.function().timeoutSeconds()), api, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isUsable() {
    return process.isAlive() && !ended.isDone();
  }

  /** Runs the function once. The clock of its timeout starts when the process takes the event. */
  Outcome invoke(byte[] event) throws InterruptedException {
    var invocation = Invocation.of(event, Instant.now().plus(timeout));
    if (!handedOver(invocation)) {
      close();
      return ended.getNow(
          Outcome.Failed.of("Runtime.InitError", "the function did not start in time"));
    }
    try {
      return CompletableFuture.anyOf(invocation.outcome(), ended)
          .thenApply(Outcome.class::cast)
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      close();
      return timedOut(invocation.id());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }

  private boolean handedOver(Invocation invocation) throws InterruptedException {
    return api.offer(invocation, PATIENCE_AT_START, ended);
  }

  private Outcome timedOut(String requestId) {
    String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
    return Outcome.Failed.of(
        "Sandbox.Timedout",
        "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds");
  }

  private Outcome exited(Process dead) {
    return Outcome.Failed.of(
        "Runtime.ExitError", "Runtime exited with error: exit status " + dead.exitValue());
  }
}
