package ratings.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import ratings.local.loopback.LoopbackServer;

/**
 * Lambda's Runtime API for one process: it asks for the next invocation and posts its response or
 * error.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final JsonMapper JSON = new JsonMapper();

  /** Lambda's limit of what an invocation may answer. */
  private static final int MOST_BYTES = 6_291_556;

  private final String functionArn;
  private final SynchronousQueue<Invocation> next = new SynchronousQueue<>();
  private final AtomicReference<Invocation> current = new AtomicReference<>();
  private final CompletableFuture<Outcome.Failed> initFailed = new CompletableFuture<>();
  private final LoopbackServer server;

  RuntimeApi(String functionArn) throws IOException {
    this.functionArn = functionArn;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has it. */
  String address() {
    return "127.0.0.1:" + server.port();
  }

  /** Completes if the process reports that it could not start. */
  CompletableFuture<Outcome.Failed> initFailed() {
    return initFailed;
  }

  /**
   * Hands the invocation over as soon as the process asks for one.
   *
   * @return false if it never did: it ended first, or patience did
   */
  boolean offer(Invocation invocation, Duration patience, Future<?> ended)
      throws InterruptedException {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (!ended.isDone() && System.nanoTime() < giveUp) {
      if (next.offer(invocation, 50, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(PREFIX + "invocation/next")) {
        answerNext(exchange);
        return;
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(202, -1);
      if (path.equals(PREFIX + "init/error")) {
        initFailed.complete(failure(body));
      } else if (path.endsWith("/response")) {
        finish(answer(body));
      } else if (path.endsWith("/error")) {
        finish(failure(body));
      }
    }
  }

  private void answerNext(HttpExchange exchange) throws IOException {
    try {
      var invocation = next.take();
      current.set(invocation);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
      headers.set(
          "Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
      headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
      headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
      exchange.sendResponseHeaders(200, invocation.event().length);
      exchange.getResponseBody().write(invocation.event());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Outcome answer(byte[] body) {
    return body.length <= MOST_BYTES
        ? new Outcome.Answered(body)
        : Outcome.Failed.of(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (6291556 bytes).");
  }

  private void finish(Outcome outcome) {
    var invocation = current.getAndSet(null);
    if (invocation != null) {
      invocation.outcome().complete(outcome);
    }
  }

  private static Outcome.Failed failure(byte[] body) throws IOException {
    JsonNode error = JSON.readTree(body);
    return new Outcome.Failed(
        error.path("errorType").asText("Unknown"), error.path("errorMessage").asText(""), body);
  }
}
