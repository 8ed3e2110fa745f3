package ratings.local.dynamodb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ratings.local.tether.Tethered;

/**
 * A DynamoDB Local in a child JVM, in memory, on a free port. It ends when closed and with this
 * JVM, however that ends.
 */
public final class DynamoDbLocal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Thread endWithUs;
  private final URI endpoint;

  private DynamoDbLocal(Process process, int port) {
    this.process = process;
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    this.endWithUs = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /** Starts one and returns once it accepts connections. */
  public static DynamoDbLocal start() {
    try {
      int port = freePort();
      var process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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
                      Integer.toString(port)))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var started = new DynamoDbLocal(process, port);
      started.awaitConnections(port);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private void awaitConnections(int port) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException notYet) {
        if (ended()) {
          break;
        }
      }
    }
    close();
    throw new IOException("DynamoDB Local did not accept connections on port " + port);
  }

  private boolean ended() {
    try {
      return process.waitFor(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
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
