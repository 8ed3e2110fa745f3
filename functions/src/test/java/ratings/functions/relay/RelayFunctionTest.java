package ratings.functions.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.domain.Failures;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.alert.AnAlert;
import ratings.domain.outbox.ASending;
import ratings.domain.outbox.Announcer;
import ratings.domain.outbox.FakeOutbox;
import ratings.domain.outbox.RecordedTopic;
import ratings.domain.outbox.Sending;
import ratings.domain.outbox.Topic;
import ratings.domain.outbox.Topic.Outcome;
import ratings.domain.rating.VirtualClock;
import ratings.functions.Run;

class RelayFunctionTest {
  private static final String NOTHING_AGAIN = "{\"batchItemFailures\":[]}";

  private final List<String> log = new ArrayList<>();
  private final FakeOutbox outbox = new FakeOutbox();
  private final RecordedTopic<Alert> alerts = new RecordedTopic<>();
  private final RecordedTopic<Sending> requests = new RecordedTopic<>();
  private final List<String> reminders = new ArrayList<>();
  private final VirtualClock clock = new VirtualClock();
  private final Map<String, String> aside = new LinkedHashMap<>();
  private final RelayFunction function =
      relay(alerts, (name, record) -> aside.put(name, text(record)));

  @Test
  void r93WhatTheStreamTellsOfIsAnnounced() throws IOException {
    outbox.add(AnAlert.of("c1"));
    outbox.add(AnAlert.of("c2"));

    assertThat(handle(record(1, "c1"), record(2, "c2"), record(3, "fine")))
        .isEqualTo(NOTHING_AGAIN);
    assertThat(alerts.published()).extracting(Alert::conversation).containsExactly("c1", "c2");
    assertThat(outbox.waiting()).isEmpty();
    assertThat(log).containsExactly("{\"announced\":2,\"again\":0,\"aside\":0}\n");
  }

  @Test
  void theSameRecordAgainAnnouncesNothing() throws IOException {
    outbox.add(AnAlert.of("c1"));
    handle(record(1, "c1"), record(2, "c1"));

    handle(record(1, "c1"));

    assertThat(alerts.published()).hasSize(1);
  }

  @Test
  void p9WhileTheTopicIsDownTheStreamBringsItAgain() throws IOException {
    outbox.add(AnAlert.of("c1"));
    alerts.goDown();
    assertThat(handle(record(1, "fine"), record(2, "c1")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
    assertThat(outbox.waiting()).containsExactly("c1");
    alerts.comeBack();

    assertThat(handle(record(2, "c1"))).isEqualTo(NOTHING_AGAIN);
    assertThat(alerts.published()).hasSize(1);
  }

  @Test
  void p7OnePoisonRecordIn500StopsNobody() throws IOException {
    int records = Figures.of(1_000);
    for (int i = 0; i < records; i++) {
      outbox.add(AnAlert.of("c" + i));
    }
    outbox.addUnreadable("c250");
    for (int from = 0; from < records; from += 100) {
      assertThat(handle(withPoison(from))).isEqualTo(NOTHING_AGAIN);
    }

    assertThat(alerts.published()).hasSize(records - 1 - records / 500);
    assertThat(outbox.abandoned()).containsExactly("c250");
    assertThat(aside).hasSize(1 + records / 500);
    assertThat(aside.get("RelayFunction/250.json")).isEqualTo(record(250, "c250"));
    assertThat(aside.get("RelayFunction/499.json")).contains("\"Keys\":{\"pk\":{\"B\":");
  }

  @Test
  void p7WhatTheTopicWillNeverTakeIsPutAside() throws IOException {
    outbox.add(AnAlert.of("c1"));
    outbox.add(AnAlert.of("c2"));
    Topic<Alert> picky = all -> all.stream().map(it -> fate(it.conversation())).toList();

    assertThat(handle(relay(picky, (name, record) -> aside.put(name, text(record))), "c1", "c2"))
        .isEqualTo(NOTHING_AGAIN);
    assertThat(aside).containsOnlyKeys("RelayFunction/0.json");
    assertThat(outbox.abandoned()).containsExactly("c1");
  }

  @Test
  void whatCannotBePutAsideComesAgain() throws IOException {
    outbox.addUnreadable("c1");
    Failures full =
        (_, _) -> {
          throw new Unavailable("no bucket", null);
        };

    assertThat(handle(relay(alerts, full), "c1"))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"0\"}]}");
    assertThat(outbox.abandoned()).isEmpty();
  }

  @Test
  void r89ARequestThatIsDueIsSentAndAnotherWaitsForItsReminder() throws IOException {
    outbox.add(ASending.of("c1"));
    outbox.add(ASending.of("c2").after(Duration.ofSeconds(5)));
    assertThat(handle(record(1, "c1"), record(2, "c2"))).isEqualTo(NOTHING_AGAIN);
    assertThat(outbox.fates()).containsOnly(entry("c1", "sent"), entry("c2", "queued"));
    assertThat(reminders).containsExactly("c2 in 5");
    clock.advance(Duration.ofSeconds(5));

    assertThat(handle(reminder("c2", clock.instant()))).isEqualTo(NOTHING_AGAIN);
    assertThat(outbox.fates()).containsEntry("c2", "sent");
    assertThat(requests.published()).hasSize(2);
  }

  @Test
  void r93WhileTheTopicIsDownARequestIsLeftToAnotherReminder() throws IOException {
    outbox.add(ASending.of("c1"));
    requests.goDown();

    assertThat(handle(record(1, "c1"))).isEqualTo(NOTHING_AGAIN);
    assertThat(handle(reminder("c1", clock.instant()))).isEqualTo(NOTHING_AGAIN);
    assertThat(reminders).containsExactly("c1 in 60", "c1 in 60");
    requests.comeBack();
    handle(reminder("c1", clock.instant()));
    assertThat(outbox.fates()).containsEntry("c1", "sent");
  }

  @Test
  void p7AReminderThatSaysNothingIsPutAside() throws IOException {
    assertThat(handle("{\"messageId\":\"m1\",\"body\":\"rubbish\"}")).isEqualTo(NOTHING_AGAIN);
    assertThat(handle("{\"messageId\":\"m2\",\"body\":\"{}\"}")).isEqualTo(NOTHING_AGAIN);

    assertThat(aside).containsOnlyKeys("RelayFunction/m1.json", "RelayFunction/m2.json");
  }

  @Test
  void primingLooksForWhatNobodyHasAndAnnouncesNothing() throws IOException {
    outbox.add(AnAlert.of("c1"));

    assertThat(function.prime()).isEmpty();

    assertThat(outbox.waiting()).containsExactly("c1");
    assertThat(alerts.published()).isEmpty();
    assertThat(log).isEmpty();
  }

  @Test
  void anEventOfAnotherKindIsAnError() {
    assertThatThrownBy(() -> handle(function, new ByteArrayInputStream("{}".getBytes(UTF_8))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anAlertIsJsonOfTheContractsMembers() {
    assertThat(AlertView.json(AnAlert.of("c1").quoting().make()))
        .isEqualTo(
            """
            {"text":"Conversation c1 with Bo of team north was rated 1 of 5 on line support \
            (telegram).",\
            "alertId":"%s","workspace":"acme","conversationId":"c1","score":1,"scale":"stars5","line":"support",\
            "channel":"telegram","teammate":"t1","team":"north",\
            "chatHistoryUrl":"https://chat.example/c1","recordedAt":"2026-11-21T09:30:00.000Z",\
            "recipients":["responsible","responsible:m1","supervisor","supervisor:m2"],\
            "feedback":"I waited an hour."}\
            """
                .formatted(AnAlert.of("c1").make().id()));
    assertThat(AlertView.json(AnAlert.of("c1").make())).doesNotContain("feedback", "hour");
  }

  private static Outcome fate(String conversation) {
    return conversation.equals("c1") ? Outcome.NEVER : Outcome.SENT;
  }

  private static String[] withPoison(int from) {
    return IntStream.range(from, from + 100)
        .mapToObj(
            i ->
                i % 500 == 499
                    ? record(i, "c" + i).replace("\"pk\":{\"S\":", "\"pk\":{\"B\":")
                    : record(i, "c" + i))
        .toArray(String[]::new);
  }

  private RelayFunction relay(Topic<Alert> to, Failures failures) {
    var announcer =
        new Announcer(
            outbox,
            to,
            requests,
            (reminder, pause) -> reminders.add(reminder.key() + " in " + pause.toSeconds()),
            clock);
    return new RelayFunction(announcer, Broadcast.toNobody(), outbox, failures);
  }

  private String handle(RelayFunction relay, String... keys) throws IOException {
    return handle(
        relay,
        event(
            IntStream.range(0, keys.length)
                .mapToObj(i -> record(i, keys[i]))
                .toArray(String[]::new)));
  }

  private String handle(String... records) throws IOException {
    return handle(function, event(records));
  }

  private String handle(RelayFunction relay, ByteArrayInputStream event) throws IOException {
    var out = new ByteArrayOutputStream();
    relay.handleRequest(event, out, new Run(log, 60_000));
    return out.toString(UTF_8);
  }

  private static ByteArrayInputStream event(String... records) {
    var all = List.of(records).stream().collect(Collectors.joining(","));
    return new ByteArrayInputStream(("{\"Records\":[" + all + "]}").getBytes(UTF_8));
  }

  private static String record(int number, String key) {
    return """
    {"eventID":"e","eventName":"MODIFY","dynamodb":{"Keys":{"pk":{"S":"%s"},"sk":{"S":"RATING"}},\
    "SequenceNumber":"%s"}}\
    """
        .replaceFirst("%s", key)
        .replaceFirst("%s", Integer.toString(number));
  }

  private static String reminder(String key, Instant sendAt) {
    return "{\"messageId\":\"m-%1$s\",\"body\":\"{\\\"key\\\":\\\"%1$s\\\",\\\"sendAt\\\":\\\"%2$s\\\"}\"}"
        .formatted(key, sendAt);
  }

  private static String text(byte[] record) {
    return new String(record, UTF_8);
  }
}
