package ratings.functions.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.aws.StreamedRating;
import ratings.domain.outbox.Announcer;
import ratings.domain.outbox.FakeOutbox;
import ratings.domain.outbox.RatingEvent;
import ratings.domain.outbox.RecordedTopic;
import ratings.domain.rating.VirtualClock;
import ratings.functions.Run;

class BroadcastTest {
  private static final String NOTHING_AGAIN = "{\"batchItemFailures\":[]}";

  private final RecordedTopic<RatingEvent> events = new RecordedTopic<>();
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
  void whileTheTopicIsDownTheStreamBringsItAgain() throws IOException {
    events.goDown();

    assertThat(handle(change(1, "", image(1, 5, 1000))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
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
    var silent = relay(new Broadcast(StreamedRating::of, Optional.empty()));

    assertThat(handle(silent, change(1, "", image(1, 5, 1000)))).isEqualTo(NOTHING_AGAIN);
    assertThat(events.published()).isEmpty();
  }

  private RelayFunction relay(Broadcast broadcast) {
    var announcer =
        new Announcer(
            outbox, new RecordedTopic<>(), new RecordedTopic<>(), (_, _) -> {}, new VirtualClock());
    return new RelayFunction(announcer, broadcast, outbox, (name, _) -> aside.add(name));
  }

  private String handle(String... records) throws IOException {
    return handle(relay(new Broadcast(StreamedRating::of, Optional.of(events))), records);
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
