package ratings.functions.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.body;
import static ratings.http.Answers.member;
import static ratings.http.Answers.object;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.FakeRatings;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;
import ratings.http.HostileBodies;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class WidgetFunctionTest {
  private static final Map<String, Line> LINES =
      Stream.of(
              SampleLine.widget("shop")
                  .with("requestText", Map.of("de", "Wie war es?", "en", "How was it?"))
                  .with("changeWithinHours", 2),
              SampleLine.widget("other"),
              SampleLine.widget("nps").with("scale", "nps"),
              SampleLine.widget("quiet").with("askAfter", List.of("restart")),
              SampleLine.widget("off").with("collectRatings", false),
              SampleLine.widget("signed").with("requireToken", true),
              SampleLine.widget("own").with("allowedOrigins", List.of("https://shop.example")))
          .map(SampleLine::line)
          .collect(Collectors.toUnmodifiableMap(Line::id, line -> line));

  private final VirtualClock clock = new VirtualClock();
  private final FakeRatings ratings = new FakeRatings(clock);
  private final WidgetFunction function =
      new WidgetFunction(id -> Optional.ofNullable(LINES.get(id)), ratings, clock);

  @Test
  void aWidgetIsToldWhatToShow() throws Exception { // R49
    var response = look("other").sentTo(function);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("cache-control", "max-age=30");
    assertThat(Json.read(response.body()))
        .isEqualTo(
            Json.read(
                """
                {"widgetId": "other", "collectRatings": true,
                 "scale": {"type": "stars5", "options": [
                   {"value": 1, "label": "1 star"}, {"value": 2, "label": "2 stars"},
                   {"value": 3, "label": "3 stars"}, {"value": 4, "label": "4 stars"},
                   {"value": 5, "label": "5 stars"}]},
                 "requestText": "Please rate the quality of service", "askFeedback": true,
                 "askResolved": false, "reasons": [], "language": "en", "delaySeconds": 0,
                 "askAfter": ["teammate", "timeout", "customer", "restart"]}
                """));
  }

  @Test
  void r52R53AWidgetIsToldAfterWhichEndsItMayAsk() throws Exception {
    for (var query : List.of("", "conversationId=c1")) {
      assertThat(member(look("quiet").query(query).sentTo(function), "askAfter"))
          .isEqualTo(List.of("restart"));
    }
  }

  @ParameterizedTest
  @CsvSource({"de, de, 1 Stern", "de_AT, de, 1 Stern", "ja, en, 1 star"})
  void textAndLabelsAreInTheLanguageAskedForOrTheNearest(String asked, String given, String label)
      throws Exception { // R88
    var response = look("shop").query("language=" + asked).sentTo(function);

    assertThat(member(response, "language")).isEqualTo(given);
    assertThat(response.body()).contains(label);
  }

  @Test
  void npsHasElevenOptions() throws Exception {
    var scale = object(look("nps").sentTo(function), "scale");

    assertThat((List<?>) scale.get("options")).hasSize(11);
  }

  @Test
  void whoHasItAlreadyGets304() {
    var tag = look("shop").sentTo(function).headers().get("etag");
    var same = look("shop").header("if-none-match", tag).sentTo(function);

    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.headers())
        .containsEntry("etag", tag)
        .containsEntry("cache-control", "max-age=30")
        .doesNotContainKey("content-type");
    assertThat(look("shop").query("language=de").sentTo(function).headers().get("etag"))
        .isNotEqualTo(tag);
  }

  @Test
  void anUnknownWidgetIs404() throws Exception {
    for (String id : List.of("nobody", "a b", "\u0000", "x".repeat(5000))) {
      var response = look(id).sentTo(function);
      assertThat(response.status()).isEqualTo(404);
      assertThat(member(response, "code")).isEqualTo("unknown-widget");
    }
  }

  @Test
  void r80CollectionOffIsToldNotHidden() throws Exception {
    var response = look("off").query("conversationId=c1").sentTo(function);

    assertThat(response.status()).isEqualTo(200);
    assertThat(member(response, "collectRatings")).isEqualTo(false);
    assertThat(object(response, "rating")).containsEntry("canRate", false);
    assertThat(member(shown("off", "{\"conversationId\":\"c1\"}"), "code"))
        .isEqualTo("ratings-off");
  }

  @ParameterizedTest
  @CsvSource({
    "own, https://shop.example, 200",
    "own, https://evil.example, 403",
    "own, null, 403",
    "shop, https://anywhere.example, 200",
    "shop, null, 403"
  })
  void anOriginMustBeAllowed(String widget, String origin, int status) {
    assertThat(look(widget).header("origin", origin).sentTo(function).status()).isEqualTo(status);
  }

  @Test
  void whoSendsNoOriginPasses() {
    assertThat(look("own").sentTo(function).status()).isEqualTo(200);
  }

  @Test
  void aConversationNobodyHeardOfCanBeRated() throws Exception {
    var response = look("shop").query("conversationId=c1").sentTo(function);

    assertThat(member(response, "rating"))
        .isEqualTo(Map.of("asked", false, "canRate", true, "canChange", false));
    assertThat(response.headers())
        .containsEntry("cache-control", "no-store")
        .doesNotContainKey("etag");
    assertThat(ratings.find(new ConversationId("acme", "c1"))).isEmpty();
  }

  @Test
  void r8AfterTheChangeWindowARatingIsShownAsSettled() throws Exception {
    rate("c1", 4);
    var soon = look("shop").query("conversationId=c1").sentTo(function);
    clock.advance(Duration.ofHours(2));
    var late = look("shop").query("conversationId=c1").sentTo(function);

    assertThat(object(soon, "rating"))
        .containsEntry("asked", true)
        .containsEntry("canRate", false)
        .containsEntry("canChange", true)
        .containsEntry("changeableUntil", "2026-11-21T11:30:00.000Z");
    assertThat(object(soon, "rating").get("score")).hasToString("4");
    assertThat(object(late, "rating"))
        .containsEntry("canChange", false)
        .doesNotContainKey("changeableUntil");
  }

  @Test
  void p20AConversationOfAnotherLineIsNotShown() throws Exception {
    rate("c1", 4);

    var response = look("other").query("conversationId=c1").sentTo(function);
    assertThat(response.status()).isEqualTo(200);
    assertThat(body(response)).doesNotContainKey("rating");
  }

  @Test
  void aPromptThatWasSeenCountsAsAskedHoweverOftenItIsTold() throws Exception {
    assertThat(shown("shop", "{\"conversationId\":\"c1\",\"language\":\"de\"}").status())
        .isEqualTo(204);
    assertThat(shown("shop", "{\"conversationId\":\"c1\"}").status()).isEqualTo(204);

    var response = look("shop").query("conversationId=c1").sentTo(function);
    assertThat(object(response, "rating"))
        .containsEntry("asked", true)
        .containsEntry("canRate", true);
    assertThat(member(shown("other", "{\"conversationId\":\"c1\"}"), "code"))
        .isEqualTo("unknown-conversation");
  }

  @Test
  void aBeaconMayTellThatThePromptWasSeen() {
    assertThat(
            toShown("shop")
                .header("content-type", "text/plain;charset=UTF-8")
                .body("{\"conversationId\":\"c1\"}")
                .sentTo(function)
                .status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversationId=a%20b",
        "conversationId=%00",
        "conversationId=%ff",
        "conversationId=%",
        "language=%01",
        "language=not%20a%20tag",
        "language=-"
      })
  void aMalformedQueryIs400(String query) {
    assertThat(look("shop").query(query).sentTo(function).status()).isEqualTo(400);
  }

  @Test
  void p23WhateverIsSentIsRefusedByRuleAndNothingIsStored() {
    var bodies = new HostileBodies(23, List.of("conversationId", "userId", "botId", "language"));
    for (int i = 0; i < 10_000; i++) {
      assertThat(toShown("shop").body(bodies.next()).sentTo(function).status()).isIn(204, 400);
    }
    assertThat(toShown("shop").body("x".repeat(40_000)).sentTo(function).status()).isEqualTo(413);
  }

  @Test
  void p23WhateverIsAskedIsAnswered() {
    var random = new Random(23);
    for (int i = 0; i < 10_000; i++) {
      var text = random.ints(random.nextInt(12), 0, 0x250).mapToObj(Character::toString);
      var value = text.collect(Collectors.joining());
      var encoded = random.nextBoolean() ? value : URLEncoder.encode(value, StandardCharsets.UTF_8);
      var name = random.nextBoolean() ? "language=" : "conversationId=";

      assertThat(look("shop").query(name + encoded).sentTo(function).status()).isIn(200, 400);
      assertThat(look(value).header("origin", value).sentTo(function).status()).isEqualTo(404);
      assertThat(look("own").header("if-none-match", value).sentTo(function).status())
          .isIn(200, 304, 400);
    }
  }

  private void rate(String conversation, int score) {
    ratings.record(Attempts.at(conversation).by(LINES.get("shop")).score(score).make());
  }

  private static Requests look(String widget) {
    return Requests.to("GET /v1/widgets/{widgetId}").parameter("widgetId", widget);
  }

  private static Requests toShown(String widget) {
    return Requests.to("POST /v1/widgets/{widgetId}/shown").parameter("widgetId", widget);
  }

  @Test
  void p22WhereARatingNeedsATokenAPromptWithoutOneStoresNothing() throws Exception {
    assertThat(shown("signed", "{\"conversationId\":\"c1\"}").status()).isEqualTo(204);
    assertThat(shown("signed", "{}").status()).isEqualTo(400);
    assertThat(ratings.find(new ConversationId("acme", "c1"))).isEmpty();
  }

  private Response shown(String widget, String body) {
    return toShown(widget).body(body).sentTo(function);
  }
}
