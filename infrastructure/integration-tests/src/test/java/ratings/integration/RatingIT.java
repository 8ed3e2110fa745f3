package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor rates, and an admin finds it. */
@AgainstTheStack
class RatingIT {
  private static final Api VISITOR = RunningStack.api();
  private static final Api ADMIN = RunningStack.adminOf("hooli");

  @BeforeAll
  static void twoWidgets() {
    var made = ADMIN.put("/v1/lines/hooli-shop", "{\"channel\":\"website\",\"name\":\"Shop\"}");
    assertThat(made.status()).isEqualTo(201);
    ADMIN.put(
        "/v1/lines/hooli-docs",
        "{\"channel\":\"website\",\"name\":\"Docs\",\"scale\":\"thumbs\",\"collectRatings\":false}");
  }

  @Test
  void r57ASubmittedRatingIsInTheList() {
    var rated =
        rate(
            "hooli-shop",
            "{\"conversationId\":\"listed\",\"score\":2,\"userId\":\"ada\",\"feedback\":\"slow,"
                + " \\\"really\\\"\"}");
    assertThat(rated.status()).isEqualTo(201);

    var listed = ADMIN.get("/v1/ratings?conversationId=listed");

    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.says("id", "\"listed\"")).isTrue();
    assertThat(listed.says("widgetId", "\"hooli-shop\"")).isTrue();
    assertThat(ADMIN.get("/v1/ratings/listed").says("feedback", "\"slow, \\\"really\\\"\""))
        .isTrue();
  }

  @ParameterizedTest(name = "R59: the list is found by {0}")
  @ValueSource(
      strings = {
        "userId=u-7",
        "userName[contains]=LOVE",
        "channel=website",
        "widgetId=hooli-shop",
        "lineId=hooli-shop",
        "botId=bot-1",
        "rating=5",
        "rating[gte]=5",
        "scale=stars5",
        "feedback[contains]=grea",
        "feedback[exists]=true",
        "resolved=true",
        "reason=fast",
        "source=widget",
        "recordedAt[after]=2026-01-01T00:00:00Z",
        "askedAt[after]=2026-01-01T00:00:00%2B02:00",
        "conversationId=every",
        "messageId=m-1",
        "locked=true",
        "language=en",
        "followUp[exists]=false"
      })
  void everyColumnFinds(String filter) {
    rate(
        "hooli-shop",
        """
        {"conversationId": "every", "score": 5, "feedback": "great", "resolved": true,
         "reasons": ["fast"], "userId": "u-7", "userName": "Ada Lovelace", "messageId": "m-1",
         "botId": "bot-1", "language": "en"}
        """);
    var found =
        ADMIN.get("/v1/ratings?limit=200&" + filter.replace("[", "%5B").replace("]", "%5D"));

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.says("id", "\"every\"")).isTrue();
  }

  @Test
  void p1Of64AtOnceOneIsStored() throws Exception {
    List<Callable<Api.Answer>> submits =
        IntStream.range(0, 64)
            .<Callable<Api.Answer>>mapToObj(
                i ->
                    () ->
                        rate(
                            "hooli-shop",
                            "{\"conversationId\":\"race\",\"score\":"
                                + (1 + i % 5)
                                + ",\"feedback\":\""
                                + i
                                + "\"}"))
            .toList();
    List<Api.Answer> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = threads.invokeAll(submits).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(ADMIN.get("/v1/ratings/race").status()).isEqualTo(200);
  }

  @Test
  void r1AChangeAfterFeedbackIsRefusedAndSaysSo() {
    rate("hooli-shop", "{\"conversationId\":\"locked\",\"score\":4}");
    assertThat(
            rate("hooli-shop", "{\"conversationId\":\"locked\",\"score\":3,\"feedback\":\"hm\"}")
                .status())
        .isEqualTo(200);

    var refused = rate("hooli-shop", "{\"conversationId\":\"locked\",\"score\":5}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says("code", "\"rating-locked\"")).isTrue();
    assertThat(ADMIN.get("/v1/ratings/locked").says("score", "3")).isTrue();
  }

  @Test
  void r79R80R81TheToggleIsPerWidget() {
    var off = VISITOR.get("/v1/widgets/hooli-docs");
    assertThat(off.status()).isEqualTo(200);
    assertThat(off.says("collectRatings", "false")).isTrue();
    assertThat(rate("hooli-docs", "{\"conversationId\":\"off\",\"score\":1}").status())
        .isEqualTo(403);
    assertThat(VISITOR.get("/v1/widgets/hooli-shop").says("collectRatings", "true")).isTrue();
  }

  @Test
  void r8TheWidgetLearnsWhatMayStillBeDone() {
    assertThat(
            VISITOR.post("/v1/widgets/hooli-shop/shown", "{\"conversationId\":\"seen\"}").status())
        .isEqualTo(204);
    var asked = VISITOR.get("/v1/widgets/hooli-shop?conversationId=seen");
    assertThat(asked.says("asked", "true")).isTrue();
    assertThat(asked.says("canRate", "true")).isTrue();
    rate("hooli-shop", "{\"conversationId\":\"seen\",\"score\":4,\"feedback\":\"ok\"}");

    var rated = VISITOR.get("/v1/widgets/hooli-shop?conversationId=seen");

    assertThat(rated.says("canRate", "false")).isTrue();
    assertThat(rated.says("canChange", "false")).isTrue();
    assertThat(rated.says("score", "4")).isTrue();
  }

  @Test
  void aPageOfAnotherSiteIsAnsweredByTheGatewaysCors() {
    var preflight =
        VISITOR.send(
            "OPTIONS",
            "/v1/widgets/hooli-shop/ratings",
            "",
            "origin",
            "https://shop.example",
            "access-control-request-method",
            "POST",
            "access-control-request-headers",
            "content-type,idempotency-key");

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(preflight.header("access-control-allow-headers")).contains("idempotency-key");
  }

  @Test
  void whatNoRouteMatchesIs404Or405() {
    assertThat(VISITOR.get("/v2/nothing").says("code", "\"not-found\"")).isTrue();
    var wrong =
        VISITOR.send(
            "PUT", "/v1/widgets/hooli-shop/ratings", "{}", "content-type", "application/json");
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.header("allow")).isEqualTo("POST");
    assertThat(VISITOR.send("HEAD", "/v1/widgets/hooli-shop", "", "accept", "*/*").status())
        .isEqualTo(405);
  }

  @ParameterizedTest(name = "P23: {0}")
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"conversationId\":\"bad\",\"score\":1e999}",
        "{\"conversationId\":\"bad\",\"score\":4,\"score\":4}",
        "{\"conversationId\":\"bad\",\"score\":4,\"feedback\":\"\\ud800\"}",
        "{\"conversationId\":\"bad\",\"score\":4,\"feedback\":\"\\u0000\"}",
        "{\"conversationId\":\"bad\",\"score\":4,\"unknown\":1}"
      })
  void malformedBodiesAre400(String body) {
    var refused = rate("hooli-shop", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
    assertThat(ADMIN.get("/v1/ratings/bad").status()).isEqualTo(404);
  }

  @Test
  void p23DeepLargeAndForeignBodiesAreRefused() {
    assertThat(rate("hooli-shop", "[".repeat(2000) + "]".repeat(2000)).status()).isEqualTo(400);
    assertThat(rate("hooli-shop", " ".repeat(40_000)).status()).isEqualTo(413);
    assertThat(
            VISITOR
                .send(
                    "POST",
                    "/v1/widgets/hooli-shop/ratings",
                    "a=b",
                    "content-type",
                    "application/x-www-form-urlencoded")
                .status())
        .isEqualTo(415);
    var latin =
        "{\"conversationId\":\"bad\",\"score\":4,\"feedback\":\"ä\"}"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            VISITOR
                .send(
                    "POST",
                    "/v1/widgets/hooli-shop/ratings",
                    BodyPublishers.ofByteArray(latin),
                    "content-type",
                    "application/json")
                .status())
        .isEqualTo(400);
  }

  private static Api.Answer rate(String widget, String body) {
    return VISITOR.post("/v1/widgets/" + widget + "/ratings", body);
  }
}
