package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A chat platform that knows nothing of AWS registers an endpoint and hears of everything. */
@AgainstTheStack
class WebhookIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Api HERE = RunningStack.api();
  private static final Api ADMIN = RunningStack.adminOf("soylent");

  @BeforeAll
  static void lines() {
    ADMIN.put("/v1/lines/soylent-bot", "{\"channel\":\"telegram\",\"name\":\"Bot\"}");
    ADMIN.put("/v1/lines/soylent-web", "{\"channel\":\"website\",\"name\":\"Web\"}");
  }

  @AfterEach
  void nobodyListens() {
    for (var id : List.of("all", "up", "down")) {
      ADMIN.send("DELETE", "/v1/webhooks/" + id, "", "accept", "*/*");
    }
  }

  @Test
  void aClosedConversationsRequestAndALowRatingArriveSigned() throws IOException {
    register("all", "all", "");

    close("h-1");
    rate("h-2");

    Waiting.until(() -> arrived("all", "h-1").size() == 1 && arrived("all", "h-2").size() == 1);
    var request = arrived("all", "h-1").getFirst();
    assertThat(request.get("verdict").textValue()).isEqualTo("verified");
    assertThat(request.get("status").intValue()).isEqualTo(204);
    var said = JSON.readTree(request.get("body").textValue());
    assertThat(said.get("type").textValue()).isEqualTo("rating-request");
    assertThat(said.at("/data/customer/email").textValue()).isEqualTo("ada@example.com");
    assertThat(said.at("/data/options")).hasSize(5);
    var alert = JSON.readTree(arrived("all", "h-2").getFirst().get("body").textValue());
    assertThat(alert.get("type").textValue()).isEqualTo("low-rating");
    assertThat(alert.at("/data/score").intValue()).isEqualTo(1);
  }

  @Test
  void everyStoredChangeOfARatingArrivesUnderAnIdOfItsOwn() throws IOException {
    register("all", "ratings", "", "\"rating\"");
    var widget = "/v1/widgets/soylent-web/ratings";
    HERE.post(widget, "{\"conversationId\":\"h-6\",\"score\":5}");
    HERE.post(widget, "{\"conversationId\":\"h-6\",\"score\":5}");
    HERE.post(widget, "{\"conversationId\":\"h-6\",\"score\":4,\"feedback\":\"Fine.\"}");

    Waiting.until(() -> arrived("ratings", "h-6").size() == 2);

    var scores = new TreeMap<Integer, String>();
    for (var arrival : arrived("ratings", "h-6")) {
      assertThat(arrival.get("verdict").textValue()).isEqualTo("verified");
      var said = JSON.readTree(arrival.get("body").textValue());
      assertThat(said.get("type").textValue()).isEqualTo("rating");
      scores.put(said.at("/data/rating/score").intValue(), arrival.get("id").textValue());
    }
    assertThat(scores).containsOnlyKeys(4, 5);
    assertThat(scores.get(4)).isNotEqualTo(scores.get(5));
  }

  @Test
  void whileItsSecretIsRotatedBothSign() {
    register("all", "rotated", "");
    var rotated = ADMIN.post("/v1/webhooks/all/secrets", "");
    assertThat(rotated.status()).isEqualTo(201);

    rate("h-3");

    Waiting.until(() -> arrived("rotated", "h-3").size() == 1);
    assertThat(arrived("rotated", "h-3").getFirst().get("verdict").textValue())
        .isEqualTo("verified");
  }

  @Test
  void whoFailsGetsEverythingLaterAndAnotherIsServedAtOnce() {
    register("down", "down", "");
    register("up", "up", "");
    HERE.post("/_local/outages/webhooks/down/3600", "");
    var conversations = IntStream.range(0, 5).mapToObj(i -> "h-4" + i).toList();

    conversations.forEach(WebhookIT::rate);

    Waiting.until(() -> conversations.stream().allMatch(it -> arrived("up", it).size() == 1));
    Waiting.until(() -> conversations.stream().noneMatch(it -> arrived("down", it).isEmpty()));
    assertThat(conversations).allSatisfy(it -> assertThat(taken("down", it)).isZero());
    HERE.post("/_local/outages/webhooks/down/0", "");
    Waiting.until(() -> conversations.stream().allMatch(it -> taken("down", it) == 1));
    for (var conversation : conversations) {
      var tries = arrived("down", conversation);
      assertThat(tries)
          .hasSizeGreaterThan(1)
          .extracting(it -> it.get("id"))
          .containsOnly(tries.getFirst().get("id"));
      assertThat(tries).extracting(it -> it.get("verdict").textValue()).containsOnly("verified");
      assertThat(arrived("up", conversation)).hasSize(1);
    }
  }

  @Test
  void oneThatWantsAnotherLineHearsNothingOfThis() {
    register("all", "other", ", \"lines\": [\"soylent-bot\"]");
    register("up", "this", ", \"channels\": [\"website\"]");

    rate("h-5");

    Waiting.until(() -> arrived("this", "h-5").size() == 1);
    assertThat(arrived("other", "h-5")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void anEndpointThatIsAWayInIsRefused(String url) throws IOException {
    var body = JSON.createObjectNode().put("endpoint", url);
    body.putArray("events").add("low-rating");
    var refused = ADMIN.put("/v1/webhooks/attack", JSON.writeValueAsString(body));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says("pointer", "\"/endpoint\"")).isTrue();
  }

  private static List<String> attacks() {
    return List.of(
        "https://169.254.169.254/latest/meta-data/",
        "https://2130706433/",
        "https://[::ffff:127.0.0.1]/",
        "http://hooks.example.com/",
        "https://localhost/");
  }

  private static void register(String id, String box, String also) {
    register(id, box, also, "\"rating-request\",\"low-rating\"");
  }

  private static void register(String id, String box, String also, String events) {
    var endpoint = HERE.url() + "/_local/webhooks/" + box;
    var made =
        ADMIN.put(
            "/v1/webhooks/" + id,
            "{\"endpoint\":\"" + endpoint + "\",\"events\":[" + events + "]" + also + "}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    var secret = read(made).get("secret").textValue();
    assertThat(HERE.post("/_local/webhooks/secrets", secret).status()).isEqualTo(204);
  }

  private static void close(String conversation) {
    var now = Instant.now();
    var closed =
        ADMIN.post(
            "/v1/conversations/" + conversation + "/close",
            """
            {"channel": "telegram", "lineId": "soylent-bot", "closedBy": "teammate",
             "closedAt": "%s", "lastReplyAt": "%s", "characters": 900, "customers": 1,
             "customer": {"id": "u-1", "name": "Ada", "email": "ada@example.com"},
             "teammate": {"id": "t-1"}}
            """
                .formatted(now, now));
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
  }

  private static void rate(String conversation) {
    var body = "{\"conversationId\":\"" + conversation + "\",\"score\":1}";
    assertThat(HERE.post("/v1/widgets/soylent-web/ratings", body).status()).isEqualTo(201);
  }

  private static long taken(String box, String conversation) {
    return arrived(box, conversation).stream()
        .filter(it -> it.get("status").intValue() == 204)
        .count();
  }

  private static List<JsonNode> arrived(String box, String conversation) {
    var of = "\"conversationId\":\"" + conversation + "\"";
    return StreamSupport.stream(read(HERE.get("/_local/webhooks.json")).spliterator(), false)
        .filter(it -> it.get("box").textValue().equals(box))
        .filter(it -> it.get("body").textValue().contains(of))
        .toList();
  }

  private static JsonNode read(Api.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
