package ratings.local.loopback;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on loopback; each exchange has a virtual thread of its own. */
public final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts one.
   *
   * @param port 0 chooses a free one
   * @throws java.net.BindException if somebody else has the port
   */
  public static LoopbackServer start(int port, HttpHandler handler) throws IOException {
    // Read once, when the first server of this JVM is made: without it, answers wait 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
    return new LoopbackServer(server, threads);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
