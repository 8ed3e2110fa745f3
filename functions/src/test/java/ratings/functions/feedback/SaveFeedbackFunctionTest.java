package ratings.functions.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.functions.feedback.FeedbackScene.BOT;
import static ratings.functions.feedback.FeedbackScene.CLIENT;
import static ratings.functions.feedback.FeedbackScene.SAMPLE;
import static ratings.functions.feedback.FeedbackScene.and;
import static ratings.functions.feedback.FeedbackScene.with;
import static ratings.functions.feedback.FeedbackScene.without;
import static ratings.http.Answers.code;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.bot.ABotClient;
import ratings.domain.bot.ClientSecret;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Standing;
import ratings.domain.settings.Condition;
import ratings.domain.settings.SampleLine;
import ratings.http.HostileBodies;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class SaveFeedbackFunctionTest {
  private static final String KEY = "delivery-0123456789";

  private final FeedbackScene scene = FeedbackScene.make();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/public/bot/{botId}/saveFeedback",
        "POST /api/1.1/public/bot/{botId}/saveFeedback"
      })
  void r125TheSampleIsAnsweredAsTheSampleOnBothPaths(String route) throws Json.Malformed {
    scene.clock().set(Instant.parse("2023-03-23T07:07:43.538Z"));

    var answer =
        Requests.to(route)
            .parameter("botId", BOT)
            .header("auth", scene.token().make())
            .body(SAMPLE)
            .sentTo(scene.function());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/json");
    var sample = Json.read(FeedbackScene.resource("sample-response.json"));
    assertThat(masked(answer.body()))
        .isEqualTo(masked(new String(Json.write(sample), StandardCharsets.UTF_8)));
  }

  @Test
  void r141EveryDeliveryIsARecordOfItsOwn() {
    var ids = new HashSet<Object>();
    for (int i = 0; i < 100; i++) {
      var id = member(scene.send(SAMPLE), "_id").toString();
      assertThat(id).matches("[0-9a-f]{24}");
      assertThat(Integer.parseUnsignedInt(id.substring(0, 8), 16))
          .isEqualTo((int) scene.clock().instant().getEpochSecond());
      assertThat(standing(id).rating().orElseThrow().recordedAt())
          .isEqualTo(scene.clock().instant());
      ids.add(id);
    }
    assertThat(ids).hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({
    "THUMB, 0, thumbs",
    "THUMB, 1, thumbs",
    "NPS, 0, nps",
    "NPS, 10, nps",
    "CSAT, 1, stars5",
    "CSAT, 5, stars5"
  })
  void r122EachTypeHasItsScale(String type, int score, String scale) {
    var saved = scene.send(of(type, Integer.toString(score)));

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.body()).contains("\"score\":" + score + ",", "\"type\":\"" + type + "\"");
    assertThat(standing(member(saved, "_id").toString()).scale().code()).isEqualTo(scale);
  }

  @ParameterizedTest
  @CsvSource({
    "THUMB, 2",
    "THUMB, -1",
    "NPS, 11",
    "NPS, -1",
    "CSAT, 0",
    "CSAT, 6",
    "CSAT, 1.5",
    "NPS, NaN",
    "NPS, 1e999999999",
    "THUMB, '\"0\"'",
    "THUMB, null",
    "THUMB, true",
    "THUMB, []"
  })
  void r120AScoreOffItsScaleIsRefused(String type, String score) {
    assertThat(scene.send(of(type, score)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"channelUId", "name", "score", "channel", "type", "language", "message"})
  void r118EachFieldIsRequired(String field) {
    var refused = scene.send(without(field));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer")).containsExactly("/" + field);
  }

  @ParameterizedTest
  @CsvSource({
    "type, '\"thumb\"'",
    "type, '\"STAR\"'",
    "type, 1",
    "type, '\"\"'",
    "name, '\"\"'",
    "name, '\" \"'",
    "channelUId, '\"\"'",
    "channelUId, '\"a b\"'",
    "channel, '\"\"'",
    "language, '\"\"'",
    "message, null",
    "message, 1",
    "message, '\"\\u0000\"'"
  })
  void whatBreaksTheContractIsRefused(String field, String json) {
    var refused = scene.send(with(field, json));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(each(refused, "errors", "pointer")).containsExactly("/" + field);
  }

  @ParameterizedTest
  @CsvSource({"channelUId, 257", "name, 257", "channel, 257", "language, 257", "message, 2001"})
  void whatIsTooLongIsRefused(String field, int length) {
    var text = "x".repeat(length);

    assertThat(scene.send(with(field, '"' + text + '"')).status()).isEqualTo(400);
    assertThat(scene.send(with(field, '"' + text.substring(1) + '"')).status()).isEqualTo(200);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var refused = scene.sendKeyed("{\"score\": \"0\", \"type\": \"thumb\"}", "short");

    assertThat(each(refused, "errors", "pointer"))
        .containsExactlyInAnyOrder(
            "/channelUId", "/name", "/type", "/score", "/channel", "/language", "/message", "");
  }

  @Test
  void d12UnknownFieldsArePassedOver() {
    assertThat(scene.send(and("\"anything\":{\"a\":[1]}")).status()).isEqualTo(200);
  }

  @Test
  void r113AnotherTypeOrTooMuchIsRefused() {
    var request = scene.request(scene.token().make());

    assertThat(request.header("content-type", "text/plain").sentTo(scene.function()).status())
        .isEqualTo(415);
    assertThat(request.body("x".repeat(33_000)).sentTo(scene.function()).status()).isEqualTo(413);
  }

  @Test
  void r115AClientWithoutEitherScopeMayNot() {
    scene.clients().put(ABotClient.named(CLIENT).scopes("Proactive Messages").make(), secret());
    assertThat(scene.send(SAMPLE).status()).isEqualTo(403);

    for (var scope : List.of("Metrics", "Bot Analytics > Feedback Analytics")) {
      scene.clients().put(ABotClient.named(CLIENT).scopes("x", scope).make(), secret());
      assertThat(scene.send(SAMPLE).status()).isEqualTo(200);
    }
  }

  @Test
  void r115ATokenCanNarrowItsClientsScopes() {
    var token = scene.token();

    assertThat(scene.sendWith(token.claim("scope", "openid")).status()).isEqualTo(403);
    assertThat(scene.sendWith(token.claim("scope", List.of())).status()).isEqualTo(403);
    assertThat(scene.sendWith(token.claim("scope", 1)).status()).isEqualTo(403);
    assertThat(scene.sendWith(token.claim("scope", "openid Metrics")).status()).isEqualTo(200);
    assertThat(
            scene
                .sendWith(token.claim("scopes", List.of("Bot Analytics > Feedback Analytics")))
                .status())
        .isEqualTo(200);
  }

  @Test
  void r117AnotherBotIs403AndAnUnknownOne404() {
    scene.clients().put(ABotClient.named("cs-2").of("acme", "sister").make(), secret());
    scene.clients().put(ABotClient.named("cs-3").of("globex", "stranger").make(), secret());

    assertThat(at("sister").status()).isEqualTo(403);
    assertThat(code(at("sister"))).isEqualTo("forbidden");
    for (var unknown : List.of("stranger", "nobody", "", "a b", BOT + "x")) {
      assertThat(at(unknown).status()).isEqualTo(404);
      assertThat(code(at(unknown))).isEqualTo("unknown-bot");
    }
  }

  @Test
  void r138OwnersAreOfTheRegistrationAndNeverOfTheCaller() {
    var saved =
        scene.send(
            and("\"orgId\":\"mine\",\"accountId\":\"mine\",\"userId\":\"mine\",\"_id\":\"1\""));

    assertThat(saved.body()).doesNotContain("mine").contains("\"userId\":\"u-f5d97fb8");
  }

  @Test
  void theSameKeyIsTheSameRecord() {
    var first = scene.sendKeyed(SAMPLE, KEY);
    scene.clock().advance(Duration.ofMinutes(5));
    var again = scene.sendKeyed(SAMPLE, KEY);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
    assertThat(scene.sendKeyed(SAMPLE, KEY + "-other").body()).isNotEqualTo(first.body());
  }

  @ParameterizedTest
  @CsvSource({
    "score, 1",
    "name, '\"Other\"'",
    "message, '\"Well?\"'",
    "channelUId, '\"x\"'",
    "channel, '\"x\"'",
    "language, '\"de\"'"
  })
  void theSameKeyWithAnotherBodyIs422(String field, String json) {
    scene.sendKeyed(SAMPLE, KEY);

    var refused = scene.sendKeyed(with(field, json), KEY);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(code(refused)).isEqualTo("key-reused");
  }

  @Test
  void deliveriesOfOneConversationAreOneRatingThatFeedbackLocks() {
    var first = scene.send(and("\"conversationId\":\"c-1\""));
    var changed =
        scene.send(with("score", "1").replaceFirst("\\{", "{\"conversationId\":\"c-1\","));
    var locked = scene.send(and("\"conversationId\":\"c-1\",\"feedback\":\"Bad.\""));
    var refused =
        scene.send(with("score", "1").replaceFirst("\\{", "{\"conversationId\":\"c-1\","));

    assertThat(List.of(first, changed, locked)).extracting(Response::status).containsOnly(200);
    assertThat(member(changed, "_id")).isEqualTo(member(first, "_id"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(code(refused)).isEqualTo("rating-locked");
    assertThat(standing("c-1").rating().orElseThrow().answer().feedback()).contains("Bad.");
  }

  @Test
  void aConversationIsRatedOnOneScale() {
    scene.send(and("\"conversationId\":\"c-1\""));

    var other = scene.send(of("NPS", "1").replaceFirst("\\{", "{\"conversationId\":\"c-1\","));

    assertThat(other.status()).isEqualTo(409);
    assertThat(code(other)).isEqualTo("other-survey");
  }

  @Test
  void whatIsReplayedWithoutAKeyTellsWhatIsStored() {
    var first = scene.send(and("\"conversationId\":\"c-1\""));

    var again =
        scene.send(
            with("language", "\"de\"")
                .replace("qatesting@vomoto.com", "somebody")
                .replace("\"channel\":\"rtm\"", "\"channel\":\"email\"")
                .replaceFirst("\\{", "{\"conversationId\":\"c-1\","));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void aLineOfTheBotsNameSetsItsWindows() {
    scene
        .settings()
        .put(
            "acme",
            BOT,
            SampleLine.widget(BOT).with("changeWithinHours", 1).settings(),
            new Condition.Absent());
    scene.send(and("\"conversationId\":\"c-1\""));
    scene.clock().advance(Duration.ofHours(1));

    var late = scene.send(with("score", "1").replaceFirst("\\{", "{\"conversationId\":\"c-1\","));

    assertThat(late.status()).isEqualTo(410);
    assertThat(code(late)).isEqualTo("change-window-over");
  }

  @Test
  void whereTheToggleIsOffNothingIsTaken() {
    scene
        .settings()
        .put("acme", SampleLine.workspace(Map.of("collectRatings", false)), new Condition.Always());

    assertThat(scene.send(SAMPLE).status()).isEqualTo(403);
    assertThat(code(scene.send(SAMPLE))).isEqualTo("ratings-off");
  }

  @Test
  void p23WhateverIsSentIsRefusedByRule() {
    var bodies =
        new HostileBodies(
            23,
            List.of(
                "channelUId",
                "name",
                "score",
                "channel",
                "type",
                "language",
                "message",
                "conversationId",
                "feedback",
                "userName"));
    var function = scene.function();
    var request = scene.request(scene.token().make());
    for (int i = 0; i < 10_000; i++) {
      var answer = request.body(bodies.next()).sentTo(function);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }
    assertThat(scene.stored()).isZero();
  }

  private Response at(String bot) {
    return scene.request(scene.token().make()).parameter("botId", bot).sentTo(scene.function());
  }

  private static String of(String type, String score) {
    return with("type", '"' + type + '"').replace("\"score\":0", "\"score\":" + score);
  }

  private Standing standing(String conversation) {
    return Optional.of(new ConversationId("acme", conversation))
        .flatMap(scene.ratings()::find)
        .orElseThrow();
  }

  private static ClientSecret secret() {
    return ClientSecret.make();
  }

  /** The record without the part of its id that is drawn. */
  private static String masked(String body) {
    return body.replaceAll("(\"_id\":\"[0-9a-f]{8})[0-9a-f]{16}\"", "$1\"");
  }
}
