package ratings.functions.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.domain.Failures;
import ratings.domain.Unavailable;
import ratings.domain.report.Combination;
import ratings.domain.report.Sighting;
import ratings.domain.report.Tally;
import ratings.domain.report.Tally.Outcome;
import ratings.domain.score.Scale;
import ratings.functions.Run;

class TallyFunctionTest {
  private static final String NOTHING_AGAIN = "{\"batchItemFailures\":[]}";

  private final List<String> log = new ArrayList<>();
  private final Map<String, Sighting> counted = new LinkedHashMap<>();
  private final Map<String, Outcome> fates = new HashMap<>();
  private final Map<String, String> aside = new LinkedHashMap<>();
  private final TallyFunction function =
      tally((name, record) -> aside.put(name, new String(record, UTF_8)));

  @Test
  void whatTheStreamTellsOfIsCounted() throws IOException {
    assertThat(handle(change(1, "c1"), change(2, "c2"))).isEqualTo(NOTHING_AGAIN);

    var sighting = counted.get("w#acme#C#c1");
    assertThat(sighting.version()).isEqualTo(3);
    assertThat(sighting.teammateName()).contains("Bo");
    assertThat(sighting.combination())
        .isEqualTo(
            new Combination(
                "shop",
                "website",
                Optional.empty(),
                Optional.of("t1"),
                Optional.empty(),
                Optional.empty(),
                Scale.STARS5));
    assertThat(sighting.standing().rating().orElseThrow().answer().score()).isEqualTo(4);
    assertThat(log).containsExactly("{\"conversations\":2,\"again\":0,\"aside\":0}\n");
  }

  @Test
  void p26WhatIsErasedOrTooOldTakesNothingAway() throws IOException {
    assertThat(handle(removal(1, "c1"))).isEqualTo(NOTHING_AGAIN);

    assertThat(counted).isEmpty();
    assertThat(aside).isEmpty();
  }

  @Test
  void whatTheStoreWouldNotHaveComesAgain() throws IOException {
    fates.put("w#acme#C#c2", Outcome.LATER);

    assertThat(handle(change(1, "c1"), change(2, "c2"), change(3, "c3")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
  }

  @Test
  void p7OnePoisonRecordIn500StopsNobody() throws IOException {
    int records = Figures.of(1_000);
    fates.put("w#acme#C#c250", Outcome.NEVER);
    for (int from = 0; from < records; from += 250) {
      var batch = new String[250];
      for (int i = 0; i < batch.length; i++) {
        int number = from + i;
        batch[i] = number % 500 == 499 ? poison(number) : change(number, "c" + number);
      }
      assertThat(handle(batch)).isEqualTo(NOTHING_AGAIN);
    }

    assertThat(counted).hasSize(records - 1 - records / 500);
    assertThat(aside).hasSize(1 + records / 500).containsKey("TallyFunction/499.json");
    assertThat(aside.get("TallyFunction/250.json")).isEqualTo(change(250, "c250"));
  }

  @Test
  void whatCannotBePutAsideComesAgain() throws IOException {
    var full =
        tally(
            (name, record) -> {
              throw new Unavailable("no bucket", null);
            });

    assertThat(handle(full, poison(7)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}");
  }

  private TallyFunction tally(Failures failures) {
    Tally tally =
        sightings -> {
          var outcomes =
              sightings.stream()
                  .collect(
                      toMap(Sighting::key, it -> fates.getOrDefault(it.key(), Outcome.COUNTED)));
          sightings.stream()
              .filter(it -> outcomes.get(it.key()) == Outcome.COUNTED)
              .forEach(it -> counted.put(it.key(), it));
          return outcomes;
        };
    return new TallyFunction(tally, failures);
  }

  private String handle(String... records) throws IOException {
    return handle(function, records);
  }

  private String handle(TallyFunction tally, String... records) throws IOException {
    var event = "{\"Records\":[" + String.join(",", records) + "]}";
    var out = new ByteArrayOutputStream();
    tally.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, new Run(log, 1_000));
    return out.toString(UTF_8);
  }

  private static String change(int number, String conversation) {
    return record("MODIFY", number, conversation, ",\"NewImage\":" + image(conversation));
  }

  private static String removal(int number, String conversation) {
    return record("REMOVE", number, conversation, ",\"OldImage\":" + image(conversation));
  }

  private static String poison(int number) {
    return record("MODIFY", number, "c" + number, ",\"NewImage\":{\"pk\":{\"S\":\"w#acme#C#x\"}}");
  }

  private static String record(String name, int number, String conversation, String image) {
    return "{\"eventName\":\"%s\",\"dynamodb\":{\"SequenceNumber\":\"%s\",\"Keys\":{\"pk\":{\"S\":\"w#acme#C#%s\"}}%s}}"
        .formatted(name, number, conversation, image);
  }

  private static String image(String conversation) {
    return """
    {"pk":{"S":"w#acme#C#%s"},"sk":{"S":"RATING"},"id":{"S":"%s"},"version":{"N":"3"},\
    "line":{"S":"shop"},"channel":{"S":"website"},"scale":{"S":"stars5"},\
    "teammateId":{"S":"t1"},"teammateName":{"S":"Bo"},"suspect":{"BOOL":false},\
    "reasons":{"L":[{"S":"slow"}]},"followUp":{"M":{}},\
    "askedAt":{"N":"1790000000000"},"recordedAt":{"N":"1790000000000"},\
    "changedAt":{"N":"1790000000000"},"score":{"N":"4"},\
    "rateUntil":{"N":"253402300799999"},"changeUntil":{"N":"253402300799999"}}\
    """
        .formatted(conversation, conversation);
  }
}
