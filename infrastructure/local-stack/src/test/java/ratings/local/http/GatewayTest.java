package ratings.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.local.lambda.Outcome;
import ratings.local.loopback.LoopbackServer;
import ratings.local.template.ApiResource;
import ratings.local.template.ApiResource.Cors;
import ratings.local.template.ApiResource.Route;

class GatewayTest {
  private static final byte[] FINE =
      "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"https://evil\"}}"
          .getBytes(StandardCharsets.UTF_8);
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final AtomicReference<JsonNode> event = new AtomicReference<>();
  private final AtomicReference<Outcome> outcome =
      new AtomicReference<>(new Outcome.Answered(FINE));
  private final CountDownLatch neverEnds = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    var api =
        new ApiResource(
            "RatingsApi",
            Optional.of(
                new Cors(
                    List.of("https://shop.example"),
                    List.of("GET", "POST"),
                    List.of("content-type"),
                    List.of("etag"),
                    Optional.of(600),
                    false)),
            Map.of(),
            Map.of("api", "https://api.example"),
            List.of(
                route("GET /v1/lines/{lineId}", "Lines"),
                route("POST /v1/forms", "Forms"),
                route("GET /slow", "Slow")));
    server =
        LoopbackServer.start(
            0, new Gateway(api, "000000000000", this::invoke, Duration.ofMillis(200), NOON));
  }

  @AfterEach
  void stop() {
    neverEnds.countDown();
    server.close();
  }

  @Test
  void theEventIsPayloadFormatTwo() {
    send(
        request("/v1/lines/a%23b%7C1?x=1&y=%20z&x=2&flag")
            .header("X-Many", "one")
            .header("X-Many", "two")
            .header("Cookie", "a=1; b=2"));

    var it = event.get();
    assertThat(it.path("version").asText()).isEqualTo("2.0");
    assertThat(it.path("routeKey").asText()).isEqualTo("GET /v1/lines/{lineId}");
    assertThat(it.path("rawPath").asText()).isEqualTo("/v1/lines/a#b|1");
    assertThat(it.path("pathParameters").path("lineId").asText()).isEqualTo("a#b|1");
    assertThat(it.path("rawQueryString").asText()).isEqualTo("x=1&y=%20z&x=2&flag");
    assertThat(it.path("queryStringParameters"))
        .hasToString("{\"x\":\"1,2\",\"y\":\" z\",\"flag\":\"\"}");
    assertThat(it.path("headers").path("x-many").asText()).isEqualTo("one,two");
    assertThat(it.path("headers").has("cookie")).isFalse();
    assertThat(it.path("cookies")).hasToString("[\"a=1\",\"b=2\"]");
    assertThat(it.path("stageVariables")).hasToString("{\"api\":\"https://api.example\"}");
    assertThat(it.has("body")).isFalse();
    assertThat(it.path("isBase64Encoded").asBoolean()).isFalse();
    var context = it.path("requestContext");
    assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
    assertThat(context.path("http").path("path").asText()).isEqualTo("/v1/lines/a#b|1");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("apiId").asText()).isEqualTo("ratingsapi");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("22/Nov/2026:12:00:00 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(NOON.millis());
    assertThat(context.has("authorizer")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "application/json; charset=utf-8, false",
    "TEXT/plain, false",
    "application/xml, false",
    "application/javascript, false",
    "application/problem+json, true",
    "application/x-www-form-urlencoded, true",
    "image/png, true",
    ", true",
  })
  void aBodyIsTextByItsTypeAndBase64Otherwise(String type, boolean encoded) {
    var request =
        request("/v1/forms").POST(BodyPublishers.ofString("a=1&b=\u00e4", StandardCharsets.UTF_8));
    if (type != null) {
      request.header("Content-Type", type);
    }

    send(request);

    assertThat(event.get().path("isBase64Encoded").asBoolean()).isEqualTo(encoded);
    assertThat(event.get().path("body").asText())
        .isEqualTo(encoded ? "YT0xJmI9w6Q=" : "a=1&b=\u00e4");
  }

  @Test
  void aSlashThatWasEncodedSeparatesAsOnAws() {
    assertThat(send(request("/v1/lines/a%2Fb")).statusCode()).isEqualTo(404);
  }

  @Test
  void whatNoRouteMatchesIsTheGatewaysOwn() {
    var response = send(request("/nowhere"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void aFunctionErrorIsTheGatewaysOwn() {
    outcome.set(new Outcome.Failed("T", "m", new byte[0]));

    var response = send(request("/v1/lines/a"));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aRequestThatTakesTooLongIsUnavailable() {
    var response = send(request("/slow"));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @Test
  void aBodyOverTenMegabytesAndHeadersOverTenKilobytesAreRefused() {
    var body = BodyPublishers.ofByteArray(new byte[GatewayRequest.MOST_BODY_BYTES + 1]);

    assertThat(send(request("/v1/forms").POST(body)).statusCode()).isEqualTo(413);
    assertThat(send(request("/v1/lines/a").header("X-Long", "a".repeat(10_240))).statusCode())
        .isEqualTo(431);
    assertThat(event.get()).isNull();
  }

  @Test
  void aPreflightIsAnsweredByTheGateway() {
    var response =
        send(
            request("/v1/forms")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST"));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().map())
        .containsEntry("access-control-allow-origin", List.of("https://shop.example"))
        .containsEntry("access-control-allow-methods", List.of("GET,POST"))
        .containsEntry("access-control-allow-headers", List.of("content-type"))
        .containsEntry("access-control-max-age", List.of("600"));
    assertThat(event.get()).isNull();
  }

  @Test
  void aFunctionsOwnCorsHeadersAreIgnored() {
    var known = send(request("/v1/lines/a").header("Origin", "https://shop.example"));
    var foreign = send(request("/v1/lines/a").header("Origin", "https://evil"));

    assertThat(known.headers().map())
        .containsEntry("access-control-allow-origin", List.of("https://shop.example"))
        .containsEntry("access-control-expose-headers", List.of("etag"));
    assertThat(foreign.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  private Outcome invoke(String function, byte[] payload) throws InterruptedException {
    try {
      event.set(new JsonMapper().readTree(payload));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    if (function.equals("Slow")) {
      neverEnds.await();
    }
    return outcome.get();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Route route(String key, String function) {
    return new Route(key, function, Optional.empty(), List.of());
  }
}
