package ratings.functions.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratings.domain.settings.RecipientRole.GROUP;
import static ratings.domain.settings.RecipientRole.SUPERVISOR;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.notification.AlertLogContract;
import ratings.domain.notification.AlertQuery;
import ratings.domain.notification.Hook;
import ratings.domain.notification.Notifier;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Scene;
import ratings.domain.rating.VirtualClock;
import ratings.domain.webhook.FakeLetters;
import ratings.domain.webhook.FakeWebhooks;
import ratings.domain.webhook.Secret;
import ratings.functions.Run;
import ratings.http.Json;

class NotifyFunctionTest {
  private static final String ALERT =
      """
      {"text": "Conversation c1 was rated 1 of 5.", "alertId": "a1", "workspace": "acme",
       "conversationId": "c1", "score": 1, "scale": "stars5", "line": "support",
       "channel": "telegram", "teammate": null, "team": "north", "chatHistoryUrl": null,
       "recordedAt": "2026-11-21T09:30:00.000Z", "recipients": ["group", "supervisor"],
       "somethingNew": {}}
      """;

  private final List<String> log = new ArrayList<>();
  private final Scene scene = Scene.of(new VirtualClock());
  private final NotifyFunction function = new NotifyFunction(scene.notifier(), scene.recipients());

  @Test
  void r91WhatTheTopicTellsIsMailedAndLogged() throws IOException {
    scene.hears(GROUP, "north", "north@example.com");

    handle(event(ALERT));

    assertThat(scene.writtenTo()).containsExactly("north@example.com");
    assertThat(log).containsExactly("{\"alerts\":1,\"nobody\":1,\"mailed\":1}\n");
    var all = new AlertQuery("acme", AlertLogContract.ALL, 10, Optional.empty());
    assertThat(scene.log().read(all).entries()).hasSize(1);
  }

  @Test
  void r91AnEndpointGetsALetterWithAllThatTheTopicTold() throws IOException, Json.Malformed {
    var webhooks = new FakeWebhooks();
    var letters = new FakeLetters(scene.clock());
    var desk =
        new Recipient("acme", SUPERVISOR, Optional.empty(), new Hook("https://a.example.com/"));
    scene.recipients().add(desk);
    webhooks.put(desk.webhook(scene.clock().instant()).orElseThrow(), Secret.make());
    var hooks = new HookLetters(webhooks, letters, scene.clock());
    var notifier =
        new Notifier(
            scene.recipients(),
            scene.mailboxes(),
            scene.brake(),
            scene.log(),
            scene.mails(),
            hooks,
            scene.clock());

    handle(new NotifyFunction(notifier, scene.recipients()), event(ALERT));

    assertThat(log).containsExactly("{\"alerts\":1,\"queued\":1,\"nobody\":1}\n");
    var letter = letters.take();
    assertThat(letter.webhook()).isEqualTo(desk.key());
    assertThat(letter.entry()).contains("2026-11-21T09:30:00.000Z#a1");
    var told = new LinkedHashMap<>((Map<?, ?>) Json.read(ALERT));
    told.remove("somethingNew");
    assertThat(Json.read(letter.body()))
        .isEqualTo(
            Map.of("type", "low-rating", "timestamp", "2026-11-21T09:30:00.000Z", "data", told));
  }

  @Test
  void whatKeepsItsSnapshotAliveTellsNobody() throws IOException {
    handle("{\"Records\": []}");
    function.prime();

    assertThat(log).containsExactly("{\"alerts\":0}\n");
    assertThat(scene.writtenTo()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "canary",
        "{\"Records\": [{}]}",
        "{\"Records\": [{\"Sns\": {\"Message\": \"canary\"}}]}",
        "{\"Records\": [{\"Sns\": {\"Message\": \"{\\\"alertId\\\": \\\"canary\\\"}\"}}]}"
      })
  void p25WhatIsNoLowRatingIsAnErrorThatQuotesNothing(String event) {
    assertThatThrownBy(() -> handle(event))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("not an event of records|not a topic's event of low ratings")
        .hasNoCause();
    assertThat(log).containsExactly("{\"again\":1}\n");
  }

  @Test
  void p25NeitherAddressNorWordsReachTheLog() throws IOException {
    scene.hears(SUPERVISOR, "", "canary@example.com");
    handle(
        event(
            ALERT
                .replace("c1", "canary")
                .replace("\"acme\",", "\"acme\", \"feedback\": \"canary\",")));

    assertThat(scene.writtenTo()).hasSize(1);
    assertThat(log.toString()).doesNotContain("canary");
  }

  private static String event(String message) {
    var records = List.of(Map.of("EventSource", "aws:sns", "Sns", Map.of("Message", message)));
    return new String(Json.write(Map.of("Records", records)), UTF_8);
  }

  private void handle(String event) throws IOException {
    handle(function, event);
  }

  private void handle(NotifyFunction by, String event) throws IOException {
    by.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)),
        OutputStream.nullOutputStream(),
        new Run(log, 60_000));
  }
}
