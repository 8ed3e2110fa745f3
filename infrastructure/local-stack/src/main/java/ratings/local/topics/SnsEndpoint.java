package ratings.local.topics;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ratings.local.account.Account;
import ratings.local.loopback.LoopbackServer;
import ratings.local.mappings.AsynchronousInvoker;
import ratings.local.mappings.Pause;
import ratings.local.mappings.Report;
import ratings.local.queues.Queues;

/** Our SNS: an HTTP server on loopback that answers the SDK's calls and the links in mails. */
public final class SnsEndpoint implements AutoCloseable {
  private final LoopbackServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;
  private final Topics topics;
  private final Actions actions;
  private final InstantSource clock = InstantSource.system();
  private volatile Instant downUntil = Instant.MIN;

  /**
   * Starts it without topics.
   *
   * @param port on loopback; 0 chooses a free one
   * @throws IOException if the port is in use
   */
  public static SnsEndpoint start(
      Account account,
      int port,
      Queues queues,
      AsynchronousInvoker functions,
      Outbox outbox,
      Report report)
      throws IOException {
    return new SnsEndpoint(account, port, queues, functions, outbox, report);
  }

  private SnsEndpoint(
      Account account,
      int port,
      Queues queues,
      AsynchronousInvoker functions,
      Outbox outbox,
      Report report)
      throws IOException {
    this.server = LoopbackServer.start(port, this::answer);
    this.uri = URI.create("http://127.0.0.1:" + server.port());
    var envelope = new Envelope(uri);
    var web = new WebDelivery(http, envelope, clock, Pause.real());
    var mail = new MailDelivery(outbox, envelope, clock);
    this.topics =
        new Topics(
            account,
            Map.of(
                Protocol.SQS, new QueueDelivery(queues, envelope),
                Protocol.LAMBDA, new FunctionDelivery(functions, envelope),
                Protocol.HTTP, web,
                Protocol.HTTPS, web,
                Protocol.EMAIL, mail,
                Protocol.EMAIL_JSON, mail),
            clock,
            threads,
            report);
    this.actions = new Actions(topics, account.id());
  }

  public URI endpoint() {
    return uri;
  }

  public Topics topics() {
    return topics;
  }

  /** Refuses every call for so long, as an outage would; deliveries under way go on. */
  public void goDown(Duration howLong) {
    downUntil = clock.instant().plus(howLong);
  }

  /** Ends an outage early. */
  public void comeBack() {
    downUntil = Instant.MIN;
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownNow();
    http.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    try (exchange) {
      try {
        send(exchange, 200, response(request(exchange), requestId));
      } catch (SnsError e) {
        send(exchange, e.status(), error(e, requestId));
      }
    }
  }

  private Xml response(QueryRequest request, String requestId) {
    if (clock.instant().isBefore(downUntil)) {
      throw new SnsError("ServiceUnavailable", 503, "SNS is down for a while");
    }
    String action = request.required("Action");
    var result = actions.run(action, request);
    return Xml.of(
        action + "Response",
        new Xml.Parent(action + "Result", result),
        Xml.of("ResponseMetadata", Xml.of("RequestId", requestId)));
  }

  private static Xml error(SnsError error, String requestId) {
    return Xml.of(
        "ErrorResponse",
        new Xml.Parent(
            "Error",
            List.of(
                Xml.of("Type", error.status() < 500 ? "Sender" : "Receiver"),
                Xml.of("Code", error.code()),
                Xml.of("Message", error.getMessage()))),
        Xml.of("RequestId", requestId));
  }

  private static QueryRequest request(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      String query = exchange.getRequestURI().getRawQuery();
      return QueryRequest.parse(query == null ? "" : query);
    }
    return QueryRequest.parse(
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, Xml xml) throws IOException {
    byte[] body = xml.document().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
