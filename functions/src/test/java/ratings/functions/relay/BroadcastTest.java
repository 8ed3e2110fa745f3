package ratings.functions.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.aws.StreamedRating;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.alert.AnAlert;
import ratings.domain.outbox.Announcer;
import ratings.domain.outbox.FakeOutbox;
import ratings.domain.outbox.Postponed;
import ratings.domain.outbox.RatingEvent;
import ratings.domain.outbox.RecordedTopic;
import ratings.domain.rating.VirtualClock;
import ratings.functions.Run;
import ratings.http.Json;

class BroadcastTest {
  private static final String NOTHING_AGAIN = "{\"batchItemFailures\":[]}";
  private static final String KEY = "w#a%20c%23me#C#c1";

  private final RecordedTopic<RatingEvent> events = new RecordedTopic<>();
  private final RecordedTopic<Alert> alerts = new RecordedTopic<>();
  private final List<String> postponed = new ArrayList<>();
  private final FakeOutbox outbox = new FakeOutbox();
  private final List<String> aside = new ArrayList<>();

  @Test
  void eachStoredChangeIsToldAsTheListShowsIt() throws IOException {
    assertThat(
            handle(
                change(1, "", image(1, 5, 1000)), change(2, image(1, 5, 1000), image(2, 4, 2000))))
        .isEqualTo(NOTHING_AGAIN);

    assertThat(events.published())
        .extracting(event -> event.rating().answer().score())
        .containsExactly(5, 4);
    var first = events.published().getFirst();
    assertThat(first.workspace()).isEqualTo("a c#me");
    assertThat(RatingEventView.json(first))
        .startsWith("{\"eventId\":\"" + first.id() + "\",\"workspace\":\"a c#me\",\"version\":1,")
        .contains(
            "\"rating\":{\"id\":\"c1\"",
            "\"score\":5",
            "\"feedback\":\"\u2639\"",
            "\"resolved\":true");
  }

  @Test
  void aWriteThatChangesNoAnswerIsNotTold() throws IOException {
    handle(
        change(1, image(1, 5, 1000), image(2, 5, 1000)),
        change(2, "", image(1, 5, 1000).replace("recordedAt", "x").replace("changedAt", "y")),
        change(3, image(1, 5, 1000), ""));

    assertThat(events.published()).isEmpty();
    assertThat(aside).isEmpty();
  }

  @Test
  void whatIsToldTwiceHasTheSameIdAndAnotherChangeAnother() throws IOException {
    handle(change(1, "", image(1, 5, 1000)));
    handle(change(1, "", image(1, 5, 1000)));
    handle(change(2, image(1, 5, 1000), image(2, 4, 2000)));

    var ids = events.published().stream().map(RatingEvent::id).toList();
    assertThat(ids).hasSize(3);
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
  }

  @Test
  void twoAnswersWithinOneMillisecondAreBothTold() throws IOException {
    handle(
        change(1, "", image(1, 5, 1000)),
        change(2, image(1, 5, 1000), image(2, 4, 2000)),
        change(3, image(2, 4, 2000), image(3, 3, 2000)));

    assertThat(events.published())
        .extracting(event -> event.rating().answer().score())
        .containsExactly(5, 4, 3);
  }

  @Test
  void aWorkspaceWhoseNameHadToBeCutInKeysIsToldByItsName() throws IOException {
    var name = "\u0416".repeat(51);
    var cut = image(1, 5, 1000).replace("w#a%20c%23me#", "w#%D0%96~x#");

    handle(change(1, "", cut.replaceFirst("\\{", "{\"workspace\":{\"S\":\"" + name + "\"},")));

    assertThat(events.published()).extracting(RatingEvent::workspace).containsExactly(name);
    assertThat(aside).isEmpty();
  }

  @Test
  void p9WhileTheTopicIsDownTheStreamGoesOnAndAlertsDoNotWait() throws IOException {
    outbox.add(AnAlert.of(KEY));
    events.goDown();

    assertThat(handle(changes(25))).isEqualTo(NOTHING_AGAIN);
    assertThat(alerts.published()).hasSize(1);
    assertThat(postponed).hasSize(25);
    assertThat(aside).isEmpty();
  }

  @Test
  void whatWasPostponedIsBroughtByTheQueueUntilItIsTold() throws IOException {
    events.goDown();
    handle(change(1, "", image(1, 5, 1000)));
    var message = message("m1", postponed.getFirst());
    assertThat(handle(message)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    events.comeBack();

    assertThat(handle(message)).isEqualTo(NOTHING_AGAIN);
    assertThat(events.published())
        .extracting(event -> event.rating().answer().score())
        .containsExactly(5);
    assertThat(postponed).hasSize(1);
    assertThat(aside).isEmpty();
  }

  @Test
  void whatCannotBePostponedIsPutAsideAndNoAlertIsForgotten() throws IOException {
    outbox.add(AnAlert.of(KEY));
    events.goDown();
    Postponed full =
        _ -> {
          throw new Unavailable("no queue", null);
        };
    var relay = relay(new Broadcast(StreamedRating::of, Optional.of(events), full));

    assertThat(handle(relay, change(1, "", image(1, 5, 1000)))).isEqualTo(NOTHING_AGAIN);
    assertThat(aside).containsExactly("RelayFunction/1.json");
    assertThat(outbox.abandoned()).isEmpty();
  }

  @Test
  void whatTheStreamBringsAgainForItsAlertIsNotPostponed() throws IOException {
    outbox.add(AnAlert.of(KEY));
    alerts.goDown();
    events.goDown();

    assertThat(handle(change(1, "", waiting(image(1, 1, 1000)))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(postponed).isEmpty();
  }

  @Test
  void p9AChangeThatCannotBeReadTakesNoAlertWithIt() throws IOException {
    outbox.add(AnAlert.of(KEY));

    var unreadable = waiting(image(1, 1, 1000)).replace("stars5", "moons");
    assertThat(handle(change(1, "", unreadable))).isEqualTo(NOTHING_AGAIN);

    assertThat(aside).containsExactly("RelayFunction/1.json");
    assertThat(outbox.abandoned()).isEmpty();
    assertThat(alerts.published()).hasSize(1);
  }

  @Test
  void p7WhatCannotBeReadIsPutAsideAndTheNextIsTold() throws IOException {
    assertThat(
            handle(
                change(1, "", image(1, 5, 1000).replace("stars5", "moons")),
                change(2, "", image(1, 5, 1000).replace("{\"N\":\"5\"}", "{\"Z\":\"5\"}")),
                change(3, "", image(1, 5, 1000))))
        .isEqualTo(NOTHING_AGAIN);

    assertThat(aside).containsExactly("RelayFunction/1.json", "RelayFunction/2.json");
    assertThat(events.published()).hasSize(1);
  }

  @Test
  void whereNobodyListensNothingIsTold() throws IOException {
    var silent = relay(new Broadcast(StreamedRating::of, Optional.empty(), keeping()));

    assertThat(handle(silent, change(1, "", image(1, 5, 1000)))).isEqualTo(NOTHING_AGAIN);
    assertThat(events.published()).isEmpty();
  }

  private RelayFunction relay(Broadcast broadcast) {
    var announcer =
        new Announcer(outbox, alerts, new RecordedTopic<>(), (_, _) -> {}, new VirtualClock());
    return new RelayFunction(announcer, broadcast, outbox, (name, _) -> aside.add(name));
  }

  private String handle(String... records) throws IOException {
    return handle(
        relay(new Broadcast(StreamedRating::of, Optional.of(events), keeping())), records);
  }

  private Postponed keeping() {
    return record -> postponed.add(new String(record, UTF_8));
  }

  private static String[] changes(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> change(i, "", waiting(image(1, 1, 1000 + i))))
        .toArray(String[]::new);
  }

  /** An image of a low rating that was not announced. */
  private static String waiting(String image) {
    return image.replaceFirst("\\{", "{\"notify\":{\"S\":\"x\"},");
  }

  private static String message(String id, String body) {
    var message = Json.write(Map.of("messageId", id, "body", body));
    return new String(message, UTF_8);
  }

  private static String handle(RelayFunction relay, String... records) throws IOException {
    var out = new ByteArrayOutputStream();
    var event = "{\"Records\":[" + String.join(",", records) + "]}";
    relay.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), out, new Run(new ArrayList<>(), 60_000));
    return out.toString(UTF_8);
  }

  private static String change(int number, String before, String after) {
    return "{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"w#a%20c%23me#C#c1\"},\"sk\":{\"S\":\"RATING\"}},"
        + (before.isEmpty() ? "" : "\"OldImage\":" + before + ",")
        + (after.isEmpty() ? "" : "\"NewImage\":" + after + ",")
        + "\"SequenceNumber\":\""
        + number
        + "\"}}";
  }

  private static String image(int version, int score, long changedAt) {
    return """
    {"pk":{"S":"w#a%20c%23me#C#c1"},"sk":{"S":"RATING"},"id":{"S":"c1"},"line":{"S":"shop"},\
    "channel":{"S":"website"},"scale":{"S":"stars5"},"score":{"N":"SCORE"},"feedback":{"S":"\u2639"},\
    "resolved":{"BOOL":true},"reasons":{"L":[{"S":"slow"}]},"source":{"S":"widget"},\
    "recordedAt":{"N":"1000"},"changedAt":{"N":"CHANGED"},"version":{"N":"VERSION"}}\
    """
        .replace("SCORE", Integer.toString(score))
        .replace("CHANGED", Long.toString(changedAt))
        .replace("VERSION", Integer.toString(version));
  }
}
