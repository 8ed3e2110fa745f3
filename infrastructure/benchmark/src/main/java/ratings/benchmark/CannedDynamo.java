package ratings.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

/**
 * DynamoDB over TLS, which answers at once: a read as DynamoDB Local answered it the first time, a
 * write as if nothing had been there. It counts what it is asked for.
 */
final class CannedDynamo implements AutoCloseable {
  private static final byte[] NOTHING_WAS_THERE = "{}".getBytes(StandardCharsets.UTF_8);

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI source;
  private final CannedRows rows;
  private final Map<String, byte[]> canned = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /**
   * Starts one.
   *
   * @param source the DynamoDB Local that is asked what is asked for the first time
   * @param rows what queries find
   */
  CannedDynamo(URI source, CannedRows rows)
      throws IOException, GeneralSecurityException, InterruptedException {
    // Read once, when the first server of this JVM is made: without it, answers wait 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.source = source;
    this.rows = rows;
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Requests since the last call, by operation. */
  Map<String, Integer> counts() {
    var taken = new TreeMap<>(counts);
    counts.clear();
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      var operation = target.substring(target.indexOf('.') + 1);
      counts.merge(operation, 1, Integer::sum);
      byte[] request = exchange.getRequestBody().readAllBytes();
      byte[] answer =
          switch (operation) {
            case "UpdateItem" -> NOTHING_WAS_THERE;
            case "Query" -> rows.page(new String(request, StandardCharsets.UTF_8));
            default -> read(target, request);
          };
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/x-amz-json-1.0");
      headers.set("x-amzn-RequestId", "CANNED");
      headers.set("x-amz-crc32", Long.toString(checksum(answer)));
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private byte[] read(String target, byte[] request) {
    return canned.computeIfAbsent(
        target + new String(request, StandardCharsets.UTF_8), key -> fetch(target, request));
  }

  private byte[] fetch(String target, byte[] request) {
    var forwarded =
        HttpRequest.newBuilder(source)
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20261121/eu-central-1/dynamodb/aws4_request, "
                    + "SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofByteArray(request))
            .build();
    return http.sendAsync(forwarded, BodyHandlers.ofByteArray()).join().body();
  }

  private static long checksum(byte[] answer) {
    var checksum = new CRC32();
    checksum.update(answer);
    return checksum.getValue();
  }
}
