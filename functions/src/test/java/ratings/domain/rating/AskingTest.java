package ratings.domain.rating;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Obstacle;
import ratings.domain.conversation.Obstacles;
import ratings.domain.document.Timestamp;
import ratings.domain.settings.SampleLine;

/**
 * Whom a close asks, and why not. Its table, asking.txt, says in each row what a line has other
 * than the product, what a close says other than the sample, and what comes of it: the request's
 * delivery, or every reason not to ask. A value that begins with PT is so long before the close, a
 * lonely minus is not said.
 */
class AskingTest {
  private static final ConversationId CONVERSATION = new ConversationId("acme", "c1");
  private static final Instant CLOSED = VirtualClock.START;
  private static final Map<String, Object> POLLS =
      Map.of("name", "Polls", "url", "https://polls.example", "kind", "messenger");

  /** A row of the table. */
  record Row(String rules, String sentence, String line, String close, String outcome) {
    @Override
    public String toString() {
      return rules + ": " + sentence;
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void r25AConversationIsAskedOrEveryReasonIsNamed(Row row) {
    assertThat(outcome(decide(fields(row.line()), fields(row.close())))).isEqualTo(row.outcome());
  }

  @Test
  void theTableIsLongAndEveryReasonStandsThereAloneAndWithOthers() throws IOException {
    var outcomes = table().map(row -> Set.of(row.outcome().split(" "))).toList();

    assertThat(outcomes).hasSizeGreaterThanOrEqualTo(60);
    for (var obstacle : Obstacle.values()) {
      assertThat(outcomes)
          .contains(Set.of(obstacle.code()))
          .anyMatch(reasons -> reasons.contains(obstacle.code()) && reasons.size() > 1);
    }
  }

  @Test
  void r31R34AnAppThatClosesForUsIsToldOf() {
    var asked = decide(fields("closingApp=Polls"), fields("characters=0"));

    assertThat(asked)
        .isInstanceOfSatisfying(
            Asked.Not.class,
            not -> {
              assertThat(not.obstacles().all())
                  .containsExactly(Obstacle.TOO_SHORT, Obstacle.CUSTOM_APP);
              assertThat(not.obstacles().app().orElseThrow().document()).isEqualTo(POLLS);
            });
  }

  @Test
  void r32WithoutTheToggleAnAppHasNoEffect() {
    assertThat(decide(fields("closingApp=Polls collectRatings=false"), Map.of()))
        .isEqualTo(new Asked.Not(Obstacles.only(Obstacle.RATINGS_OFF)));
  }

  @Test
  void r94TheRequestGoesTheWayTheConversationWent() {
    for (var channel : List.of("website", "email", "telegram", "carrier-pigeon")) {
      assertThat(decide(Map.of(), Map.of("channel", channel)))
          .isInstanceOfSatisfying(
              Asked.ByRequest.class, by -> assertThat(by.request().channel()).isEqualTo(channel));
    }
  }

  @Test
  void r95R108AnUndeliverableRequestSaysWhy() {
    var late = fields("channel=facebook lastCustomerMessageAt=PT25H");

    assertThat(decide(Map.of(), late))
        .isInstanceOfSatisfying(
            Asked.ByRequest.class,
            by -> assertThat(by.request().deliveryReason()).contains("session-over"));
  }

  /** What becomes of the close, told at once. */
  private static Asked decide(Map<String, Object> settings, Map<String, Object> facts) {
    var line = SampleLine.widget("site");
    for (var setting : settings.entrySet()) {
      line = line.with(setting.getKey(), setting.getValue());
    }
    var closing = Closings.at(CLOSED);
    for (var fact : facts.entrySet()) {
      closing =
          fact.getValue().equals("-")
              ? closing.without(fact.getKey())
              : closing.with(fact.getKey(), fact.getValue());
    }
    boolean asked = closing.body().containsKey("asked");
    var standing = Standing.unheardOf(line.line(), CLOSED);
    return (asked ? standing.shown(CLOSED) : standing)
        .judge(line.line(), CONVERSATION, closing.without("asked").make(), CLOSED)
        .asked();
  }

  private static String outcome(Asked asked) {
    return switch (asked) {
      case Asked.ByRequest(var request) -> request.delivery().code();
      case Asked.Not(var obstacles) ->
          obstacles.all().stream().map(Obstacle::code).collect(joining(" "));
      case Asked.OfAnotherLine() -> "of another line";
    };
  }

  private static Map<String, Object> fields(String text) {
    var fields = new LinkedHashMap<String, Object>();
    for (var field : text.isBlank() ? new String[0] : text.split(" ")) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, equals), value(field.substring(equals + 1)));
    }
    return fields;
  }

  private static Object value(String text) {
    if (text.equals("Polls")) {
      return POLLS;
    }
    if (text.startsWith("PT")) {
      return Timestamp.format(CLOSED.minus(Duration.parse(text)));
    }
    if (text.startsWith("[")) {
      return List.of(text.substring(1, text.length() - 1).split(","));
    }
    if (text.matches("\\d+")) {
      return Integer.valueOf(text);
    }
    return text.matches("true|false") ? Boolean.valueOf(text) : text;
  }

  private static Stream<Row> table() throws IOException {
    try (var table = AskingTest.class.getResourceAsStream("asking.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(2)
          .map(row -> row.split("\\|", -1))
          .map(row -> Arrays.stream(row).map(String::strip).toList())
          .map(row -> new Row(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
    }
  }
}
