package ratings.functions.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.Figures;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.FakeRatings;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.SampleLine;
import ratings.domain.signing.FixedSignatures;
import ratings.http.Answers;
import ratings.http.HostileBodies;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class SubmitRatingFunctionTest {
  private static final String KEY = "0123456789abcdef";

  private final VirtualClock clock = new VirtualClock();
  private final FakeRatings ratings = new FakeRatings(clock);
  private final RequestTokens tokens = new RequestTokens(new FixedSignatures("test"));
  private final Map<String, SampleLine> lines =
      new HashMap<>(
          Map.of(
              "asked", SampleLine.widget("asked").with("requireToken", true),
              "shop", SampleLine.widget("shop"),
              "hours",
                  SampleLine.widget("hours")
                      .with("rateWithinHours", 24)
                      .with("changeWithinHours", 2),
              "off", SampleLine.widget("off").with("collectRatings", false),
              "own",
                  SampleLine.widget("own")
                      .with("allowedOrigins", List.of("https://shop.example"))));
  private final SubmitRatingFunction function =
      new SubmitRatingFunction(
          id -> Optional.ofNullable(lines.get(id)).map(SampleLine::line), ratings, tokens, clock);

  @Test
  void r49R54R55AScoreWithoutFeedbackIsStored() throws Exception {
    var response = rate("shop", "{\"conversationId\":\"c1\",\"score\":4}");

    assertThat(response.status()).isEqualTo(201);
    assertThat(Json.read(response.body()))
        .isEqualTo(
            Json.read(
                """
                {"id": "c1", "conversationId": "c1", "score": 4, "feedback": null, "resolved": null,
                 "recordedAt": "2026-11-21T09:30:00.000Z", "canChange": true,
                 "changeableUntil": null}
                """));
  }

  @Test
  void theSameAgainIs200AndWithItsKeyTheFirstAnswerOverAgain() {
    var first = rate("shop", "{\"conversationId\":\"c1\",\"score\":4}", KEY);
    var again = rate("shop", "{\"score\":4,\"conversationId\":\"c1\"}", KEY);
    var unkeyed = rate("shop", "{\"conversationId\":\"c1\",\"score\":4}");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
    assertThat(unkeyed.status()).isEqualTo(200);
    assertThat(unkeyed.body()).isEqualTo(first.body());
    assertThat(unkeyed.headers()).doesNotContainKey("idempotency-replayed");
  }

  @Test
  void aChangeIs200AndSaysUntilWhenTheNextMayCome() throws Exception {
    rate("hours", "{\"conversationId\":\"c1\",\"score\":4}");
    clock.advance(Duration.ofMinutes(1));
    var changed = rate("hours", "{\"conversationId\":\"c1\",\"score\":3}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(member(changed, "changeableUntil")).isEqualTo("2026-11-21T11:30:00.000Z");
  }

  @Test
  void r1AfterFeedbackAnythingElseIs409AndCarriesWhatIsStored() throws Exception {
    rate("shop", "{\"conversationId\":\"c1\",\"score\":5,\"feedback\":\"fine\"}");
    var refused = rate("shop", "{\"conversationId\":\"c1\",\"score\":1}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(member(refused, "code")).isEqualTo("rating-locked");
    assertThat(((Map<?, ?>) member(refused, "rating")).get("feedback")).isEqualTo("fine");
    assertThat(((Map<?, ?>) member(refused, "rating")).get("canChange")).isEqualTo(false);
  }

  @Test
  void r5ALateChangeIs410AndCarriesWhatIsStored() throws Exception {
    rate("hours", "{\"conversationId\":\"c1\",\"score\":5}");
    clock.advance(Duration.ofHours(2));
    var refused = rate("hours", "{\"conversationId\":\"c1\",\"score\":1}");

    assertThat(refused.status()).isEqualTo(410);
    assertThat(member(refused, "code")).isEqualTo("change-window-over");
    assertThat(member(refused, "rating").toString()).contains("score=5");
  }

  @Test
  void sameKeyOtherBodyIs422() throws Exception {
    rate("shop", "{\"conversationId\":\"c1\",\"score\":5}", KEY);

    var refused = rate("shop", "{\"conversationId\":\"c1\",\"score\":1}", KEY);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(member(refused, "code")).isEqualTo("key-reused");
  }

  @Test
  void r80WhereTheToggleIsOffItIs403() throws Exception {
    var refused = rate("off", "{\"conversationId\":\"c1\",\"score\":5}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(member(refused, "code")).isEqualTo("ratings-off");
    assertThat(ratings.find(new ConversationId("acme", "c1"))).isEmpty();
  }

  @Test
  void anUnknownWidgetIs404AndAForeignPage403() throws Exception {
    assertThat(member(rate("nobody", "{}"), "code")).isEqualTo("unknown-widget");
    var request = to("own").header("origin", "https://evil.example").body("{}");
    assertThat(request.sentTo(function).status()).isEqualTo(403);
    assertThat(member(request.sentTo(function), "code")).isEqualTo("origin-not-allowed");
  }

  @Test
  void p22WhereTheLineRequiresItTheTokenMustBeTheConversationsOwn() throws Exception {
    var expires = clock.instant().plusSeconds(60);
    var own = tokens.write(new ConversationId("acme", "c1"), expires);
    var others = tokens.write(new ConversationId("acme", "c2"), expires);
    var tenants = tokens.write(new ConversationId("globex", "c1"), expires);

    for (var token : List.of("", "x", own.substring(1), others, tenants)) {
      var refused = rateWith(token);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(member(refused, "code")).isEqualTo("bad-token");
    }
    assertThat(rateWith(own).status()).isEqualTo(201);
    clock.advance(Duration.ofSeconds(60));
    assertThat(rateWith(own).status()).isEqualTo(403);
  }

  @Test
  void whatSendBeaconSendsIsTaken() {
    var beacon =
        to("shop")
            .header("content-type", "text/plain;charset=UTF-8")
            .body("{\"conversationId\":\"c1\",\"score\":4}");

    assertThat(beacon.sentTo(function).status()).isEqualTo(201);
  }

  @Test
  void everyViolationIsNamedAtOnce() throws Exception {
    var refused =
        rate("shop", "{\"score\":\"4\",\"feedback\":7,\"resolved\":\"yes\",\"colour\":1}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(member(refused, "errors").toString())
        .contains("/conversationId", "/score", "/feedback", "/resolved", "/colour");
  }

  @ParameterizedTest(name = "P23 R54: {0}")
  @MethodSource("malformed")
  void malformedBodiesAre400AndStoreNothing(String body) {
    var refused = rate("shop", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"code\":\"invalid\"");
    assertThat(ratings.find(new ConversationId("acme", "c1"))).isEmpty();
  }

  static List<String> malformed() {
    return List.of(
        "",
        "null",
        "[]",
        "4",
        "{",
        "{\"conversationId\":\"c1\",\"score\":4}{}",
        "{\"conversationId\":\"c1\"}",
        "{\"conversationId\":\"c1\",\"score\":null}",
        "{\"conversationId\":\"c1\",\"score\":0}",
        "{\"conversationId\":\"c1\",\"score\":6}",
        "{\"conversationId\":\"c1\",\"score\":2.5}",
        "{\"conversationId\":\"c1\",\"score\":-1}",
        "{\"conversationId\":\"c1\",\"score\":1e999}",
        "{\"conversationId\":\"c1\",\"score\":1e99999999999999999999}",
        "{\"conversationId\":\"c1\",\"score\":1e-999999999}",
        "{\"conversationId\":\"c1\",\"score\":NaN}",
        "{\"conversationId\":\"c1\",\"score\":" + "9".repeat(2000) + "}",
        "{\"conversationId\":\"c1\",\"score\":4,\"score\":5}",
        "{\"conversationId\":\"c 1\",\"score\":4}",
        "{\"conversationId\":\"\\u0000\",\"score\":4}",
        "{\"conversationId\":\"" + "x".repeat(257) + "\",\"score\":4}",
        "{\"conversationId\":\"c1\",\"score\":4,\"feedback\":\"\\ud800\"}",
        "{\"conversationId\":\"c1\",\"score\":4,\"feedback\":\"a\\u0000b\"}",
        "{\"conversationId\":\"c1\",\"score\":4,\"\\udfff\":1}",
        "{\"conversationId\":\"c1\",\"score\":4,\"feedback\":\"" + "é".repeat(4001) + "\"}",
        "[".repeat(2000) + "]".repeat(2000));
  }

  @Test
  void p23WhateverIsSentIsRefusedByRule() {
    var names =
        List.of(
            "conversationId", "score", "feedback", "resolved", "reasons", "userId", "messageId");
    var bodies = new HostileBodies(23, names);
    for (int i = 0; i < Figures.of(10_000); i++) {
      assertThat(to("shop").body(bodies.next()).sentTo(function).status()).isIn(200, 201, 400, 409);
    }
  }

  @Test
  void aBodyThatIsNotUtf8Is400() {
    var bytes =
        "{\"conversationId\":\"c1\",\"score\":4,\"feedback\":\"ä\"}"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(to("shop").body(bytes).sentTo(function).status()).isEqualTo(400);
  }

  @Test
  void aLargeBodyIs413AndAnotherType415() {
    assertThat(rate("shop", " ".repeat(32 * 1024 + 1)).status()).isEqualTo(413);
    assertThat(to("shop").header("content-type", "text/html").sentTo(function).status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "has a blank in its midst", "ümlautümlautümlaut"})
  void aKeyOutOfItsAlphabetIs400(String key) {
    assertThat(rate("shop", "{\"conversationId\":\"c1\",\"score\":4}", key).status())
        .isEqualTo(400);
  }

  @Test
  void aScoreIsToldOfByTheScaleThatItsConversationWasAskedOn() throws Exception {
    rate("shop", "{\"conversationId\":\"c1\",\"score\":4}");
    lines.put("shop", SampleLine.widget("shop").with("scale", "thumbs"));

    var known = rate("shop", "{\"conversationId\":\"c1\",\"score\":4,\"resolved\":1}");
    var other = rate("shop", "{\"conversationId\":\"c2\",\"score\":4,\"resolved\":1}");
    assertThat(Answers.each(known, "errors", "pointer")).containsExactly("/resolved");
    assertThat(Answers.each(other, "errors", "pointer")).containsExactly("/resolved", "/score");
    var offAndKey = rate("shop", "{\"conversationId\":\"c1\",\"score\":7}", "short");
    assertThat(Answers.each(offAndKey, "errors", "pointer")).containsExactly("/score", "");
  }

  @Test
  void aScoreOffTheScaleAndABadKeyAreToldOfWithWhateverElseIsWrong() throws Exception {
    var refused = rate("shop", "{\"conversationId\":\"c1\",\"score\":9,\"x\":1}", "short");

    assertThat(refused.status()).isEqualTo(400);
    assertThat((List<?>) member(refused, "errors"))
        .extracting(error -> (String) ((Map<?, ?>) error).get("pointer"))
        .containsExactlyInAnyOrder("/score", "/x", "");
  }

  @Test
  void feedbackIsStoredVerbatimAndBlankIsNone() throws Exception {
    rate("shop", "{\"conversationId\":\"c1\",\"score\":4,\"feedback\":\" \\t\\r\\n\"}");
    rate("shop", "{\"conversationId\":\"c2\",\"score\":4,\"feedback\":\" a\\tb\\r\\n<b> 🙂\"}");

    assertThat(feedback("c1")).isEmpty();
    assertThat(feedback("c2")).contains(" a\tb\r\n<b> 🙂");
  }

  private Optional<String> feedback(String conversation) {
    return ratings
        .find(new ConversationId("acme", conversation))
        .orElseThrow()
        .rating()
        .orElseThrow()
        .answer()
        .feedback();
  }

  private Response rateWith(String token) {
    return rate("asked", "{\"conversationId\":\"c1\",\"score\":4,\"token\":\"" + token + "\"}");
  }

  private Response rate(String widget, String body) {
    return to(widget).body(body).sentTo(function);
  }

  private Response rate(String widget, String body, String key) {
    return to(widget).header("idempotency-key", key).body(body).sentTo(function);
  }

  private static Requests to(String widget) {
    return Requests.to("POST /v1/widgets/{widgetId}/ratings").parameter("widgetId", widget);
  }

  private static Object member(Response response, String name) throws Json.Malformed {
    return ((Map<?, ?>) Json.read(response.body())).get(name);
  }
}
