package ratings.http.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that takes one request and answers as it was told, in HTTP or not. */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<String> request = new CompletableFuture<>();

  /** What is done with a connection once its request is there. */
  private interface Script {
    void run(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
  }

  private ScriptedServer(ServerSocket server, Script script) {
    this.server = server;
    Thread.startVirtualThread(() -> serve(script));
  }

  static ScriptedServer answering(String answer) throws IOException {
    return on(open(), (out, _) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  static ScriptedServer silent() throws IOException {
    return on(open(), (_, closed) -> closed.await());
  }

  /** One byte of a status line every twenty milliseconds. */
  static ScriptedServer dripping() throws IOException {
    return on(
        open(),
        (out, closed) -> {
          do {
            out.write(' ');
            out.flush();
          } while (!closed.await(20, TimeUnit.MILLISECONDS));
        });
  }

  static ScriptedServer on(ServerSocket server, String answer) {
    return on(server, (out, _) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private static ScriptedServer on(ServerSocket server, Script script) {
    return new ScriptedServer(server, script);
  }

  private static ServerSocket open() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  int port() {
    return server.getLocalPort();
  }

  /** Head and body. */
  String request() {
    return request.join();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
  }

  private void serve(Script script) {
    try (var socket = server.accept()) {
      request.complete(read(socket.getInputStream()));
      script.run(socket.getOutputStream(), closed);
    } catch (IOException | InterruptedException e) {
      request.completeExceptionally(e);
    }
  }

  private static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the request ended");
      }
      head.append((char) next);
    }
    int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
    int length = Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)));
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
