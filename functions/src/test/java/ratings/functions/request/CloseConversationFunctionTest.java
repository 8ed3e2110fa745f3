package ratings.functions.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.Tenancy;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestLinks;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.FakeRatings;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.Condition;
import ratings.domain.settings.FakeSettings;
import ratings.domain.settings.SampleLine;
import ratings.domain.signing.FixedSignatures;
import ratings.http.Answers;
import ratings.http.HostileBodies;
import ratings.http.Requests;
import ratings.http.Response;

class CloseConversationFunctionTest {
  private static final String CLOSE = "POST /v1/conversations/{conversationId}/close";
  private static final String REOPEN = "POST /v1/conversations/{conversationId}/reopen";
  private static final String RATING = "GET /v1/conversations/{conversationId}/rating";
  private static final String DELIVERY = "POST /v1/conversations/{conversationId}/delivery";
  private static final String BODY =
      """
      {"channel": "telegram", "lineId": "support", "closedBy": "teammate",
       "closedAt": "2026-11-21T09:30:00.000Z", "teammate": {"id": "t1", "name": "Bo"},
       "customer": {"id": "u1", "email": "ada@example.com"}, "language": "de-AT",
       "lastReplyAt": "2026-11-21T09:28:00.000Z", "characters": 812, "customers": 1,
       "workflow": {"changeWithinHours": 2}}
      """;

  private final VirtualClock clock = new VirtualClock();
  private final FakeRatings store = new FakeRatings(clock);
  private final FakeSettings settings = new FakeSettings();
  private final RequestTokens tokens = new RequestTokens(new FixedSignatures("test"));
  private final CloseConversationFunction function =
      new CloseConversationFunction(
          settings,
          store,
          store,
          new RequestLinks(tokens, "https://ratings.example"),
          clock,
          new Tenancy("workspace", "teammate", ""));

  @BeforeEach
  void makeLines() {
    line("acme", "support", SampleLine.widget("support").with("rateWithinHours", 24));
    line("acme", "other", SampleLine.widget("other"));
    line("globex", "support", SampleLine.widget("support"));
  }

  @Test
  void r13ACloseIsAnsweredWithTheRequest() {
    var response = close("c1", BODY);

    assertThat(response.status()).isEqualTo(200);
    assertThat(Answers.member(response, "requested")).isEqualTo(true);
    var request = Answers.object(response, "request");
    var token = request.get("token").toString();
    assertThat(request)
        .containsEntry("id", "c1")
        .containsEntry("channel", "telegram")
        .containsEntry("text", "Wie war es?")
        .containsEntry("scale", "stars5")
        .containsEntry("url", "https://ratings.example/r/" + token)
        .containsEntry("sendAt", "2026-11-21T09:30:00.000Z")
        .containsEntry("rateUntil", "2026-11-22T09:30:00.000Z")
        .containsEntry("changeUntil", "2026-11-21T11:30:00.000Z")
        .containsEntry("delivery", "sent")
        .hasSize(10);
    assertThat(close("c1", BODY).body()).isEqualTo(response.body());
  }

  @Test
  void aLinkLivesThirtyDaysPastItsWindows() {
    var token = token(close("c1", BODY));
    var end = VirtualClock.START.plus(Duration.ofDays(31));

    assertThat(tokens.read(token, end.minusMillis(1))).contains(new ConversationId("acme", "c1"));
    assertThat(tokens.read(token, end)).isEmpty();
  }

  @Test
  void aLinkLives400DaysWhereAWindowHasNoEnd() {
    var token = token(close("c1", BODY.replace("support", "other")));
    var end = VirtualClock.START.plus(Duration.ofDays(400));

    assertThat(tokens.read(token, end.minusMillis(1))).contains(new ConversationId("acme", "c1"));
    assertThat(tokens.read(token, end)).isEmpty();
  }

  @Test
  void r23ASnoozedCloseSaysSoAndStoresNothing() {
    var response = close("c1", BODY.replace("{\"channel", "{\"snoozed\": true, \"channel"));

    assertThat(response.body()).isEqualTo("{\"requested\":false,\"reasons\":[\"snoozed\"]}");
    assertThat(to(RATING, "c1").sentTo(function).status()).isEqualTo(404);
  }

  @Test
  void aDryRunDecidesAndStoresNothing() {
    var dry = to(CLOSE, "c1").query("dryRun=true").body(BODY).sentTo(function);

    assertThat(dry.status()).isEqualTo(200);
    assertThat(to(RATING, "c1").sentTo(function).status()).isEqualTo(404);
    assertThat(close("c1", BODY).body()).isEqualTo(dry.body());
    assertThat(to(CLOSE, "c1").query("dryRun=maybe").body(BODY).sentTo(function).status())
        .isEqualTo(400);
  }

  @Test
  void r25EveryReasonNotToAskIsToldAndKept() {
    var body = BODY.replace("812", "250").replace("\"customers\": 1", "\"customers\": 2");
    var reasons = "{\"requested\":false,\"reasons\":[\"too-short\",\"group\"]";

    var dry = to(CLOSE, "c1").query("dryRun=true").body(body).sentTo(function);
    assertThat(dry.body()).isEqualTo(reasons + "}");
    assertThat(to(RATING, "c1").sentTo(function).status()).isEqualTo(404);
    assertThat(close("c1", body).body()).isEqualTo(dry.body());
    assertThat(to(RATING, "c1").sentTo(function).body()).isEqualTo(reasons + ",\"rating\":null}");
  }

  @Test
  void r31R34AnAppThatClosesForUsIsToldWithEveryReason() {
    var app = Map.of("name", "Polls", "url", "https://polls.example", "kind", "messenger");
    line("acme", "polled", SampleLine.widget("polled").with("closingApp", app));
    var body = BODY.replace("support", "polled").replace("812", "9");

    for (var response : List.of(close("c1", body), to(RATING, "c1").sentTo(function))) {
      assertThat(Answers.member(response, "reasons")).isEqualTo(List.of("too-short", "custom-app"));
      assertThat(Answers.object(response, "app")).isEqualTo(app);
    }
  }

  @Test
  void r95R108AnUndeliverableRequestSaysSoAndWhy() {
    var body =
        BODY.replace("telegram", "instagram")
            .replace("lastReplyAt", "lastCustomerMessageAt")
            .replace("2026-11-21T09:28:00.000Z", "2026-11-20T09:29:59.999Z");

    for (var response : List.of(close("c1", body), to(RATING, "c1").sentTo(function))) {
      assertThat(Answers.member(response, "requested")).isEqualTo(true);
      assertThat(Answers.object(response, "request"))
          .containsEntry("delivery", "undeliverable")
          .containsEntry("deliveryReason", "session-over");
    }
    assertThat(store.find(new ConversationId("acme", "c1")).orElseThrow().asked()).isFalse();
  }

  @Test
  void anUnknownLineAndAConversationOfAnotherAre404() {
    var unknown = close("c1", BODY.replace("support", "nowhere"));
    close("c1", BODY);
    var others = close("c1", BODY.replace("support", "other"));

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(Answers.code(unknown)).isEqualTo("unknown-line");
    assertThat(others.status()).isEqualTo(404);
    assertThat(Answers.code(others)).isEqualTo("unknown-conversation");
  }

  @Test
  void d3ReopenedItIsWithdrawn() {
    close("c1", BODY);

    assertThat(to(REOPEN, "c1").sentTo(function).status()).isEqualTo(204);
    assertThat(to(REOPEN, "never-heard-of").sentTo(function).status()).isEqualTo(204);
    assertThat(store.find(new ConversationId("acme", "c1")).orElseThrow().withdrawn()).isTrue();
  }

  @Test
  void r100ItsRequestAndItsRatingAreShown() {
    var request = Answers.object(close("c1", BODY), "request");
    assertThat(Answers.member(to(RATING, "c1").sentTo(function), "rating")).isNull();
    var line = settings.find("acme", "support").orElseThrow();
    store.record(Attempts.at("c1").by(line).score(2).make());

    var shown = to(RATING, "c1").sentTo(function);
    assertThat(Answers.object(shown, "request")).isEqualTo(waiting(request));
    assertThat(Answers.object(shown, "rating").get("score").toString()).isEqualTo("2");
  }

  @Test
  void aPromptThatAWidgetShowedByItselfIsItsRequest() {
    line("acme", "shop", SampleLine.widget("shop").with("rateWithinHours", 24));
    var line = settings.find("acme", "shop").orElseThrow();
    store.show(line, Attempts.at("c2").showing());

    assertThat(Answers.object(to(RATING, "c2").sentTo(function), "request"))
        .containsEntry("id", "c2")
        .containsEntry("text", "How was it?")
        .containsEntry("sendAt", "2026-11-21T09:30:00.000Z")
        .containsEntry("rateUntil", "2026-11-22T09:30:00.000Z")
        .containsEntry("delivery", "sent");
    store.record(Attempts.at("c2").by(line).make());
    assertThat(Answers.member(to(RATING, "c2").sentTo(function), "requested")).isEqualTo(true);
    store.record(Attempts.at("c3").by(SampleLine.widget("gone").line()).make());
    assertThat(Answers.member(to(RATING, "c3").sentTo(function), "reasons"))
        .isEqualTo(List.of("already-asked"));
  }

  @Test
  void d3ThatARequestIsWithdrawnIsTold() {
    var closed = close("c1", BODY);
    to(REOPEN, "c1").sentTo(function);

    var shown = to(RATING, "c1").sentTo(function);
    assertThat(shown.body()).contains("\"withdrawn\":true");
    assertThat(Answers.object(shown, "request"))
        .isEqualTo(waiting(Answers.object(closed, "request")));
    clock.advance(Duration.ofMinutes(1));
    close("c1", BODY.replace("09:30:00", "09:31:00"));
    assertThat(to(RATING, "c1").sentTo(function).body()).doesNotContain("withdrawn");
  }

  @Test
  void r96R108WhatBecameOfTheRequestIsShown() {
    close("c1", BODY);
    assertThat(delivery("c1", "{\"state\": \"delivered\"}").status()).isEqualTo(204);
    clock.advance(Duration.ofMinutes(1));
    delivery("c1", "{\"state\": \"shown\"}");

    assertThat(Answers.object(to(RATING, "c1").sentTo(function), "request"))
        .containsEntry("delivery", "sent")
        .containsEntry("deliveredAt", "2026-11-21T09:30:00.000Z")
        .containsEntry("shownAt", "2026-11-21T09:31:00.000Z");
  }

  @Test
  void r108AFailureIsShownWithItsReason() {
    var closed = close("c1", BODY);
    delivery("c1", "{\"state\": \"failed\", \"reason\": \"blocked-by-customer\"}");

    assertThat(Answers.object(to(RATING, "c1").sentTo(function), "request"))
        .containsEntry("delivery", "undeliverable")
        .containsEntry("deliveryReason", "blocked-by-customer");
    assertThat(close("c1", BODY).body()).isEqualTo(closed.body());
  }

  @Test
  void whereNothingWasRequestedNothingIsDelivered() {
    close("c1", BODY.replace("\"customers\": 1", "\"customers\": 2"));
    for (var conversation : List.of("c1", "never-heard-of")) {
      var refused = delivery(conversation, "{\"state\": \"shown\"}");

      assertThat(refused.status()).isEqualTo(404);
      assertThat(Answers.code(refused)).isEqualTo("unknown-conversation");
    }
    var wrong = delivery("c1", "{\"state\": \"lost\", \"reasons\": 1}");
    assertThat(Answers.each(wrong, "errors", "pointer")).containsExactly("/state", "/reasons");
  }

  @Test
  void p20AnotherWorkspacesConversationIsAnother() {
    close("c1", BODY);
    var stranger = to(RATING, "c1").claim("workspace", "globex");

    assertThat(stranger.sentTo(function).status()).isEqualTo(404);
    to(REOPEN, "c1").claim("workspace", "globex").sentTo(function);
    var report = to(DELIVERY, "c1").claim("workspace", "globex").body("{\"state\":\"failed\"}");
    assertThat(report.sentTo(function).status()).isEqualTo(404);
    assertThat(store.find(new ConversationId("acme", "c1")).orElseThrow().withdrawn()).isFalse();
    to(CLOSE, "c1").claim("workspace", "globex").body(BODY).sentTo(function);
    assertThat(store.find(new ConversationId("globex", "c1"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {CLOSE, REOPEN, DELIVERY, RATING})
  void d13WithoutTheRightItIs403(String route) {
    var refused = to(route, "c1").claim("scope", "ratings/read").body(BODY).sentTo(function);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(store.find(new ConversationId("acme", "c1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CLOSE, REOPEN, DELIVERY, RATING})
  void p23AnIdThatIsNoneIs400(String route) {
    for (var id : List.of("", " ", "a b", "a\u0000", "x".repeat(257), "\ud800")) {
      assertThat(to(route, id).body(BODY).sentTo(function).status()).isEqualTo(400);
    }
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    var refused =
        close(
            "c1",
            """
            {"closedBy": "nobody", "closedAt": "2026-11-21T09:36:00Z", "teammate": {"name": 1},
             "characters": -1, "workflow": {"rateWithinHours": 0, "colour": 1}, "colour": 1,
             "chatHistoryUrl": "javascript:alert(1)"}
            """);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(Answers.each(refused, "errors", "pointer"))
        .contains(
            "/channel",
            "/lineId",
            "/closedBy",
            "/closedAt",
            "/teammate/id",
            "/teammate/name",
            "/characters",
            "/workflow/rateWithinHours",
            "/workflow/colour",
            "/colour",
            "/chatHistoryUrl");
  }

  @Test
  void p23WhateverIsSentIsRefusedByRule() {
    var names =
        List.of(
            "channel",
            "lineId",
            "closedBy",
            "closedAt",
            "customer",
            "teammate",
            "workflow",
            "language",
            "characters",
            "chatHistoryUrl",
            "snoozed");
    var bodies = new HostileBodies(23, names);
    for (int i = 0; i < 10_000; i++) {
      var body = bodies.next();
      assertThat(to(CLOSE, "c1").body(body).sentTo(function).status()).isIn(400, 404);
      assertThat(to(DELIVERY, "c1").body(body).sentTo(function).status()).isEqualTo(400);
    }
    assertThat(store.find(new ConversationId("acme", "c1"))).isEmpty();
  }

  private void line(String workspace, String id, SampleLine line) {
    settings.put(
        workspace,
        id,
        line.with("channel", "telegram")
            .with("requestText", Map.of("en", "How was it?", "de", "Wie war es?"))
            .settings(),
        new Condition.Always());
  }

  private Response close(String conversation, String body) {
    return to(CLOSE, conversation).body(body).sentTo(function);
  }

  /** A request as it stands while it was not sent. */
  private static Map<Object, Object> waiting(Map<Object, Object> request) {
    var waiting = new LinkedHashMap<>(request);
    waiting.put("delivery", "scheduled");
    return waiting;
  }

  private Response delivery(String conversation, String body) {
    return to(DELIVERY, conversation).body(body).sentTo(function);
  }

  private static String token(Response response) {
    return Answers.object(response, "request").get("token").toString();
  }

  private static Requests to(String route, String conversation) {
    return Requests.to(route)
        .parameter("conversationId", conversation)
        .header("host", "ratings.example")
        .claim("workspace", "acme")
        .claim("scope", "ratings/conversations");
  }
}
