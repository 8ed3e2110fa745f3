package ratings.functions.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import ratings.domain.alert.Alerts;
import ratings.domain.alert.Alerts.Outcome;
import ratings.domain.alert.AnAlert;
import ratings.domain.alert.Announcer;
import ratings.domain.alert.FakeNotices;
import ratings.domain.alert.RecordedAlerts;
import ratings.functions.Run;

class RelayFunctionTest {
  private static final String NOTHING_AGAIN = "{\"batchItemFailures\":[]}";

  private final List<String> log = new ArrayList<>();
  private final FakeNotices notices = new FakeNotices();
  private final RecordedAlerts alerts = new RecordedAlerts();
  private final Map<String, String> aside = new LinkedHashMap<>();
  private final RelayFunction function =
      relay(alerts, (name, record) -> aside.put(name, text(record)));

  @Test
  void r93WhatTheStreamTellsOfIsAnnounced() throws IOException {
    notices.add(AnAlert.of("c1"));
    notices.add(AnAlert.of("c2"));

    assertThat(handle(record(1, "c1"), record(2, "c2"), record(3, "fine")))
        .isEqualTo(NOTHING_AGAIN);
    assertThat(alerts.published()).extracting(Alert::conversation).containsExactly("c1", "c2");
    assertThat(notices.waiting()).isEmpty();
    assertThat(log).containsExactly("{\"announced\":2,\"again\":0,\"aside\":0}\n");
  }

  @Test
  void theSameRecordAgainAnnouncesNothing() throws IOException {
    notices.add(AnAlert.of("c1"));
    handle(record(1, "c1"), record(2, "c1"));

    handle(record(1, "c1"));

    assertThat(alerts.published()).hasSize(1);
  }

  @Test
  void p9WhileTheTopicIsDownTheStreamBringsItAgain() throws IOException {
    notices.add(AnAlert.of("c1"));
    alerts.goDown();
    assertThat(handle(record(1, "fine"), record(2, "c1")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
    assertThat(notices.waiting()).containsExactly("c1");
    alerts.comeBack();

    assertThat(handle(record(2, "c1"))).isEqualTo(NOTHING_AGAIN);
    assertThat(alerts.published()).hasSize(1);
  }

  @Test
  void p7OnePoisonRecordIn500StopsNobody() throws IOException {
    int records = Figures.of(1_000);
    for (int i = 0; i < records; i++) {
      notices.add(AnAlert.of("c" + i));
    }
    notices.addUnreadable("c250");
    for (int from = 0; from < records; from += 100) {
      assertThat(handle(withPoison(from))).isEqualTo(NOTHING_AGAIN);
    }

    assertThat(alerts.published()).hasSize(records - 1 - records / 500);
    assertThat(notices.abandoned()).containsExactly("c250");
    assertThat(aside).hasSize(1 + records / 500);
    assertThat(aside.get("RelayFunction/250.json")).isEqualTo(record(250, "c250"));
    assertThat(aside.get("RelayFunction/499.json")).contains("\"Keys\":{\"pk\":{\"B\":");
  }

  @Test
  void p7WhatTheTopicWillNeverTakeIsPutAside() throws IOException {
    notices.add(AnAlert.of("c1"));
    notices.add(AnAlert.of("c2"));
    Alerts picky = all -> all.stream().map(it -> fate(it.conversation())).toList();

    assertThat(handle(relay(picky, (name, record) -> aside.put(name, text(record))), "c1", "c2"))
        .isEqualTo(NOTHING_AGAIN);
    assertThat(aside).containsOnlyKeys("RelayFunction/0.json");
    assertThat(notices.abandoned()).containsExactly("c1");
  }

  @Test
  void whatCannotBePutAsideComesAgain() throws IOException {
    notices.addUnreadable("c1");
    Failures full =
        (_, _) -> {
          throw new Unavailable("no bucket", null);
        };

    assertThat(handle(relay(alerts, full), "c1"))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"0\"}]}");
    assertThat(notices.abandoned()).isEmpty();
  }

  @Test
  void primingLooksForWhatNobodyHasAndAnnouncesNothing() throws IOException {
    notices.add(AnAlert.of("c1"));

    assertThat(function.prime()).isEmpty();

    assertThat(notices.waiting()).containsExactly("c1");
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
            "alertId":"%s","conversationId":"c1","score":1,"scale":"stars5","line":"support",\
            "channel":"telegram","teammate":"t1","team":"north",\
            "chatHistoryUrl":"https://chat.example/c1","recordedAt":"2026-11-21T09:30:00.000Z",\
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

  private RelayFunction relay(Alerts to, Failures failures) {
    return new RelayFunction(new Announcer(notices, to), notices, failures);
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

  private static String text(byte[] record) {
    return new String(record, UTF_8);
  }
}
