package ratings.functions.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.domain.Tenancy;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Closings;
import ratings.domain.rating.FakeRatings;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.Condition;
import ratings.domain.settings.FakeSettings;
import ratings.domain.settings.SampleLine;
import ratings.http.Answers;
import ratings.http.HostileBodies;
import ratings.http.Requests;
import ratings.http.Response;

class SubmitPlatformRatingFunctionTest {
  private static final ConversationId C1 = new ConversationId("acme", "c1");

  private final VirtualClock clock = new VirtualClock();
  private final FakeRatings store = new FakeRatings(clock);
  private final FakeSettings settings = new FakeSettings();
  private final SubmitPlatformRatingFunction function =
      new SubmitPlatformRatingFunction(settings, store, new Tenancy("workspace", "teammate", ""));

  @BeforeEach
  void closeAConversation() {
    put(SampleLine.widget("site"));
    var line = settings.find("acme", "site").orElseThrow();
    store.close(line, C1, Closings.at(clock.instant()).make());
  }

  @Test
  void aRatingThatThePlatformTookIsStoredAndAnsweredAsTheWidgets() {
    var first = rate("c1", "{\"score\": 4}");
    var locked = rate("c1", "{\"conversationId\": \"c1\", \"score\": 4, \"feedback\": \"fine\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(Answers.member(first, "id")).isEqualTo("c1");
    assertThat(rate("c1", "{\"score\": 4}").status()).isEqualTo(200);
    assertThat(locked.status()).isEqualTo(200);
    assertThat(rate("c1", "{\"score\": 1}").status()).isEqualTo(409);
  }

  @Test
  void aRetryWithItsKeyIsAnsweredAsTheFirstTime() {
    var request = to("c1").header("idempotency-key", "0123456789abcdef").body("{\"score\": 4}");

    assertThat(request.sentTo(function).status()).isEqualTo(201);
    assertThat(request.sentTo(function).headers()).containsEntry("idempotency-replayed", "true");
    assertThat(request.body("{\"score\": 5}").sentTo(function).status()).isEqualTo(422);
  }

  @Test
  void aConversationNobodyToldUsOfIs404() {
    var unknown = rate("c2", "{\"score\": 4}");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(Answers.code(unknown)).isEqualTo("unknown-conversation");
    assertThat(store.find(new ConversationId("acme", "c2"))).isEmpty();
  }

  @Test
  void aBodyThatNamesAnotherConversationIs400() {
    var refused = rate("c1", "{\"conversationId\": \"c2\", \"score\": 4}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(Answers.each(refused, "errors", "pointer")).containsExactly("/conversationId");
  }

  @Test
  void aScoreOffItsScaleIsToldOfWithWhateverElseIsWrong() {
    var refused = rate("c1", "{\"score\": 7, \"resolved\": 1}");

    assertThat(Answers.each(refused, "errors", "pointer")).containsExactly("/resolved", "/score");
  }

  @Test
  void r80WhereTheToggleIsOffItIs403() {
    put(SampleLine.widget("site").with("collectRatings", false));

    assertThat(Answers.code(rate("c1", "{\"score\": 4}"))).isEqualTo("ratings-off");
  }

  @Test
  void d3AWithdrawnRequestIs410() {
    store.reopen(C1);

    assertThat(rate("c1", "{\"score\": 4}").status()).isEqualTo(410);
    assertThat(Answers.code(rate("c1", "{\"score\": 4}"))).isEqualTo("request-withdrawn");
  }

  @Test
  void p20D13AnotherWorkspacesConversationIsUnknownAndARightIsNeeded() {
    var request = to("c1").body("{\"score\": 4}");

    assertThat(request.claim("workspace", "globex").sentTo(function).status()).isEqualTo(404);
    assertThat(request.claim("scope", "ratings/read").sentTo(function).status()).isEqualTo(403);
    assertThat(store.find(C1).orElseThrow().rating()).isEmpty();
  }

  @Test
  void p23WhateverIsSentIsRefusedByRule() {
    var names = List.of("conversationId", "score", "feedback", "resolved", "reasons", "userId");
    var bodies = new HostileBodies(23, names);
    for (int i = 0; i < 10_000; i++) {
      assertThat(to("c1").body(bodies.next()).sentTo(function).status()).isIn(200, 201, 400, 409);
    }
  }

  private void put(SampleLine line) {
    settings.put("acme", line.id(), line.settings(), new Condition.Always());
  }

  private Response rate(String conversation, String body) {
    return to(conversation).body(body).sentTo(function);
  }

  private static Requests to(String conversation) {
    return Requests.to("POST /v1/conversations/{conversationId}/rating")
        .parameter("conversationId", conversation)
        .claim("workspace", "acme")
        .claim("scope", "ratings/conversations");
  }
}
