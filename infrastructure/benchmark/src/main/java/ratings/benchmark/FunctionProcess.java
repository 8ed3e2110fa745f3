package ratings.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A fresh JVM that runs a handler for one event, and Lambda's Runtime API for it: the event waits
 * for it to ask.
 */
final class FunctionProcess implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CompletableFuture<Spent> asked = new CompletableFuture<>();
  private final CompletableFuture<Spent> answered = new CompletableFuture<>();
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final CompletableFuture<String> outcome;
  private final byte[] event;
  private final HttpServer server;
  private final long begun;
  private final Process process;

  private FunctionProcess(
      Launch launch, Class<?> handler, Launch.Initialization initialization, byte[] event)
      throws IOException {
    this.event = event;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.createContext("/", this::handle);
    server.start();
    var address = "127.0.0.1:" + server.getAddress().getPort();
    var builder = launch.function(handler, address, initialization);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    this.begun = System.nanoTime();
    this.process = builder.start();
    var ended = process.onExit().thenApply(dead -> "exit status " + dead.exitValue());
    this.outcome = CompletableFuture.anyOf(answer, ended).thenApply(String.class::cast);
  }

  /**
   * What a run took.
   *
   * @param start from the JVM's start to the answer
   * @param invocation from the event, once the function asked for it, to the answer
   */
  record Run(Spent start, Spent invocation) {}

  /** The function gave no answer, or another than that the rating is stored. */
  static final class NotAnswered extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    private NotAnswered(String text) {
      super(text.substring(0, Math.min(text.length(), LONGEST)));
    }
  }

  static Run run(
      Launch launch, Class<?> handler, Launch.Initialization initialization, byte[] event)
      throws IOException, InterruptedException, NotAnswered {
    try (var function = new FunctionProcess(launch, handler, initialization, event)) {
      return function.run();
    }
  }

  private Run run() throws InterruptedException, NotAnswered {
    try {
      var text = outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (!text.contains("\"statusCode\":201")) {
        throw new NotAnswered(text);
      }
      var end = answered.join();
      var beginning = new Spent(Duration.ofNanos(begun), Duration.ZERO);
      return new Run(end.since(beginning), end.since(asked.join()));
    } catch (TimeoutException e) {
      throw new NotAnswered("nothing within " + PATIENCE);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring(PREFIX.length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (path) {
      case "restore/next" -> exchange.sendResponseHeaders(200, -1);
      case "invocation/next" -> {
        if (!asked.isDone()) {
          handOver(exchange);
        }
      }
      default -> {
        answered.complete(Spent.reading(process.toHandle()));
        answer.complete(new String(body, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(202, -1);
      }
    }
  }

  private void handOver(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(System.currentTimeMillis() + PATIENCE.toMillis()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-central-1:000000000000:function:benchmark");
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    asked.complete(Spent.reading(process.toHandle()));
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
    exchange.close();
  }
}
