package ratings.local.dynamodb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import ratings.local.tether.Tethered;

/**
 * A DynamoDB Local in a child JVM, in memory, on a free port. It ends when closed and with this
 * JVM, however that ends.
 */
public final class DynamoDbLocal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ANSWER_MILLIS = 10_000;
  private static final int MOST_PORTS = 3;
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;

  private final Process process;
  private final Thread endWithUs;
  private final URI endpoint;

  private DynamoDbLocal(int port, List<String> options) throws IOException {
    this.process = process(port, options);
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    this.endWithUs = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /** Starts one and returns once it answers; on another port where one was taken meanwhile. */
  public static DynamoDbLocal start() {
    return start(List.of("-XX:TieredStopAtLevel=1"));
  }

  /** The same for minutes of work: it starts later, and gives that back by what C2 compiles. */
  public static DynamoDbLocal startForMuchWork() {
    return start(List.of());
  }

  private static DynamoDbLocal start(List<String> options) {
    try {
      for (int tried = 0; tried < MOST_PORTS; tried++) {
        var started = new DynamoDbLocal(freePort(), options);
        if (started.answers()) {
          return started;
        }
        started.close();
      }
      throw new IOException("DynamoDB Local did not answer on any of " + MOST_PORTS + " ports");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process process(int port, List<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            Tethered.classPath() + File.pathSeparator + classPath(),
            Tethered.class.getName(),
            "software.amazon.dynamodb.services.local.main.ServerRunner",
            "-inMemory",
            "-sharedDb",
            "-disableTelemetry",
            "-port",
            Integer.toString(port)));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Where clients connect; any credentials and any region will do. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(endWithUs);
    process.destroyForcibly();
  }

  /** Whether it is this one that answers: whoever took its port is no DynamoDB, or it has ended. */
  private boolean answers() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ended() && System.nanoTime() < deadline) {
      try {
        return answer().contains("com.amazonaws.dynamodb") && !ended();
      } catch (IOException notYet) {
        // It is still starting.
      }
    }
    return false;
  }

  /** What it says to a request that is not signed. */
  private String answer() throws IOException {
    var asked = (HttpURLConnection) endpoint.toURL().openConnection();
    asked.setConnectTimeout(ANSWER_MILLIS);
    asked.setReadTimeout(ANSWER_MILLIS);
    asked.setRequestMethod("POST");
    asked.setDoOutput(true);
    asked.setRequestProperty("x-amz-target", "DynamoDB_20120810.ListTables");
    asked.setRequestProperty("content-type", "application/x-amz-json-1.0");
    asked.getOutputStream().write('{');
    asked.getOutputStream().write('}');
    try (var body =
        asked.getResponseCode() < 400 ? asked.getInputStream() : asked.getErrorStream()) {
      return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private boolean ended() {
    try {
      return process.waitFor(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** One that the system gives to nobody who asks for any, as everything beside us does. */
  private static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // Then another one.
      }
    }
  }

  private static String classPath() throws IOException {
    try (InputStream list = DynamoDbLocal.class.getResourceAsStream("class-path")) {
      if (list == null) {
        throw new IOException("the build has not written DynamoDB Local's class path");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
