package ratings.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratings.functions.Said.CANARY;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.aws.TalkativeDynamo;
import ratings.domain.Unavailable;
import ratings.domain.document.Reading;
import ratings.domain.rating.VirtualClock;
import ratings.domain.webhook.AWebhook;
import ratings.domain.webhook.FakeLetters;
import ratings.domain.webhook.FakeWebhooks;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Letters;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookList;
import ratings.functions.Run;
import ratings.functions.Said;
import ratings.http.Json;

@ResourceLock(Resources.SYSTEM_OUT)
class SendWebhooksFunctionTest {
  private final VirtualClock clock = new VirtualClock();
  private final FakeWebhooks webhooks = new FakeWebhooks();
  private final FakeLetters letters = new FakeLetters(clock);

  @Test
  void whoWantsAnEventGetsALetterWithAllThatTheTopicTold() throws Exception {
    webhooks.put(AWebhook.of("crm"), Secret.make());
    webhooks.put(AWebhook.of("bot"), Secret.make());

    send(Topics.told("acme", "low-rating", "website", "shop", Topics.LOW_RATING));

    assertThat(letters.all()).extracting(Letter::webhook).containsExactlyInAnyOrder("crm", "bot");
    var letter = letters.take();
    assertThat(letter.workspace()).isEqualTo("acme");
    assertThat(letter.tried()).isZero();
    assertThat(letter.due()).isEqualTo(clock.instant());
    assertThat(letter.body())
        .startsWith(
            "{\"type\":\"low-rating\",\"timestamp\":\"2026-11-21T09:30:01.234Z\",\"data\":");
    assertThat(((Map<?, ?>) Json.read(letter.body())).get("data"))
        .isEqualTo(Json.read(Topics.LOW_RATING));
  }

  @ParameterizedTest
  @CsvSource({
    "low-rating, telegram, support, true",
    "low-rating, email, support, false",
    "low-rating, telegram, sales, false",
    "rating-request, telegram, support, false",
    "rating, telegram, support, false",
    "something-new, telegram, support, false",
  })
  void oneGetsWhatItWantsAndNothingElse(String event, String channel, String line, boolean wanted)
      throws IOException {
    put("{\"events\": [\"low-rating\"], \"channels\": [\"telegram\"], \"lines\": [\"support\"],");

    var message =
        switch (event) {
          case "rating-request" -> Topics.REQUEST;
          case "rating" -> Topics.RATING;
          default -> Topics.LOW_RATING;
        };
    send(Topics.told("acme", event, channel, line, message));

    assertThat(letters.all()).hasSize(wanted ? 1 : 0);
  }

  @Test
  void p20AnotherWorkspaceHearsNothing() throws IOException {
    webhooks.put(AWebhook.of("crm"), Secret.make());

    send(Topics.told("globex", "low-rating", "website", "shop", Topics.LOW_RATING));

    assertThat(letters.all()).isEmpty();
  }

  @Test
  void whatIsToldTwiceHasTheSameId() throws IOException {
    webhooks.put(AWebhook.of("crm"), Secret.make());

    send(Topics.told("acme", "rating-request", "email", "support", Topics.REQUEST));
    send(Topics.told("acme", "rating-request", "email", "support", Topics.REQUEST));

    assertThat(letters.all()).hasSize(2).extracting(Letter::id).containsOnly(letters.take().id());
  }

  @Test
  void aRequestThatIsMadeAnewIsALetterOfItsOwnAboutTheSameRequest() throws IOException {
    webhooks.put(AWebhook.of("crm"), Secret.make());

    send(Topics.sending("s1"));
    send(Topics.sending("s1"));
    send(Topics.sending("s2"));

    assertThat(letters.all()).extracting(Letter::id).hasSize(3);
    assertThat(letters.all().stream().map(Letter::id).distinct()).hasSize(2);
    assertThat(letters.all()).allMatch(letter -> letter.body().contains("\"requestId\":\"c1\""));
  }

  @Test
  void eachChangeOfARatingIsALetterOfItsOwn() throws IOException {
    put("{\"events\": [\"rating\"],");

    send(Topics.told("acme", "rating", "website", "shop", Topics.RATING));
    send(Topics.told("acme", "rating", "website", "shop", Topics.RATING.replace("e1", "e2")));
    send(Topics.told("acme", "low-rating", "website", "shop", Topics.LOW_RATING));

    assertThat(letters.all()).extracting(Letter::id).hasSize(2).doesNotHaveDuplicates();
    assertThat(letters.take().body()).startsWith("{\"type\":\"rating\",");
  }

  @Test
  void whereALetterCannotBeKeptTheRunFailsAndAllIsToldAgain() throws IOException {
    webhooks.put(AWebhook.of("a"), Secret.make());
    webhooks.put(AWebhook.of("b"), Secret.make());
    var kept = new ArrayList<Letter>();
    Letters full =
        (letter, _) -> {
          if (kept.size() == 1) {
            throw new Unavailable("no queue", null);
          }
          kept.add(letter);
        };

    assertThatThrownBy(
            () ->
                send(
                    webhooks, full, Topics.told("acme", "low-rating", "x", "y", Topics.LOW_RATING)))
        .isInstanceOf(Unavailable.class);
    send(Topics.told("acme", "low-rating", "x", "y", Topics.LOW_RATING));

    assertThat(letters.all()).extracting(Letter::id).contains(kept.getFirst().id()).hasSize(2);
  }

  @Test
  void nothingIsNothing() throws IOException {
    assertThat(send(Topics.stream(Map.of("Records", List.of()))))
        .containsExactly("{\"letters\":0}\n");
  }

  @ParameterizedTest
  @CsvSource({"400, ValidationException", "500, InternalServerError"})
  void p25WhatATableQuotesIsNotRepeated(int status, String kind) {
    var tables = TalkativeDynamo.tables(status, kind, "no such key: canary");
    var list = tables.webhookList();

    assertThat(said(list, Topics.told(CANARY, "low-rating", "x", "y", Topics.LOW_RATING)))
        .contains("Exception")
        .doesNotContain(CANARY);
  }

  @Test
  void p25WhatIsSentIsNotRepeated() {
    webhooks.put(AWebhook.of("crm"), Secret.make());

    assertThat(said(webhooks, Topics.told("acme", "low-rating", "x", "y", Topics.LOW_RATING)))
        .contains("{\"letters\":1}")
        .doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "{\"canary\":", "[]", "{}", "\"canary\""})
  void p25AMessageThatIsNoneIsNotRepeated(String message) {
    assertThat(said(webhooks, Topics.told("acme", "low-rating", "x", "y", message)))
        .contains("IOException", "{\"again\":1}")
        .doesNotContain(CANARY);
  }

  private String said(WebhookList list, InputStream event) {
    return Said.by(
        context ->
            new SendWebhooksFunction(list, letters, clock)
                .handleRequest(event, OutputStream.nullOutputStream(), context));
  }

  private List<String> send(InputStream event) throws IOException {
    return send(webhooks, letters, event);
  }

  private List<String> send(WebhookList list, Letters to, InputStream event) throws IOException {
    var log = new ArrayList<String>();
    new SendWebhooksFunction(list, to, clock)
        .handleRequest(event, OutputStream.nullOutputStream(), new Run(log, 29_000));
    return log;
  }

  private void put(String document) {
    try {
      var json = Json.read(document + "\"endpoint\": \"https://hooks.example.com/\"}");
      switch (Webhook.read("acme", "crm", json, Reach.PUBLIC, clock.instant())) {
        case Reading.Valid<Webhook>(var webhook) -> webhooks.put(webhook, Secret.make());
        case Reading.Invalid<Webhook> invalid -> throw new AssertionError(invalid);
      }
    } catch (Json.Malformed e) {
      throw new AssertionError(e);
    }
  }
}
