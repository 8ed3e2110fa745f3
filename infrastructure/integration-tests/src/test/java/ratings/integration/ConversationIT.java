package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A chat platform closes conversations, and their windows are kept. */
@AgainstTheStack
class ConversationIT {
  private static final Api PLATFORM = RunningStack.adminOf("initech");

  @BeforeAll
  static void aLine() {
    PLATFORM.put("/v1/lines/initech-tg", "{\"channel\":\"telegram\",\"name\":\"Telegram\"}");
  }

  @Test
  void r4R5AFirstRatingIsTakenAndALateChangeRefusedAndReported() {
    closed("changed-late", Duration.ofHours(3), "{\"rateWithinHours\":4,\"changeWithinHours\":2}");
    assertThat(rate("changed-late", 5).status()).isEqualTo(201);

    var late = rate("changed-late", 1);

    assertThat(late.status()).isEqualTo(410);
    assertThat(late.says("code", "\"change-window-over\"")).isTrue();
    assertThat(late.says("rating", "{\"id\":\"changed-late\"")).isTrue();
    assertThat(shown("changed-late").says("score", "5")).isTrue();
  }

  @Test
  void r2AFirstRatingIsRefusedOnceItsWindowIsOver() {
    closed("rated-late", Duration.ofHours(2), "{\"rateWithinHours\":2}");

    var late = rate("rated-late", 5);

    assertThat(late.status()).isEqualTo(410);
    assertThat(late.says("code", "\"rating-window-over\"")).isTrue();
    assertThat(PLATFORM.get("/v1/ratings/rated-late").status()).isEqualTo(404);
  }

  @Test
  void r25EveryReasonNotToAskIsToldAndKeptAndADryRunStoresNothing() {
    var close = close(Duration.ZERO, "{}").replace("\"characters\": 251", "\"characters\": 250");
    var group = close.replace("\"customers\": 1", "\"customers\": 2");
    var path = "/v1/conversations/not-asked/close";

    assertThat(PLATFORM.post(path + "?dryRun=true", group).says("requested", "false")).isTrue();
    assertThat(shown("not-asked").status()).isEqualTo(404);
    assertThat(PLATFORM.post(path, group).says("reasons", "[\"too-short\",\"group\"]")).isTrue();
    assertThat(shown("not-asked").says("reasons", "[\"too-short\",\"group\"]")).isTrue();
  }

  @Test
  void d3AReopenedConversationIsAskedAgainByTheSameRequest() {
    var first = closed("reopened", Duration.ofHours(2), "{\"rateWithinHours\":1}");
    assertThat(first.says("requested", "true")).isTrue();
    assertThat(PLATFORM.post("/v1/conversations/reopened/reopen", "").status()).isEqualTo(204);
    assertThat(rate("reopened", 4).says("code", "\"request-withdrawn\"")).isTrue();

    var second = closed("reopened", Duration.ofMinutes(1), "{\"rateWithinHours\":1}");

    assertThat(second.says("request", "{\"id\":\"reopened\"")).isTrue();
    assertThat(rate("reopened", 4).status()).isEqualTo(201);
  }

  @Test
  void p3ClosesAtOnceMakeOneRequest() throws Exception {
    var close = close(Duration.ZERO, "{}");
    var closes =
        IntStream.range(0, 32)
            .<Callable<String>>mapToObj(
                i -> () -> PLATFORM.post("/v1/conversations/closed-at-once/close", close).body())
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var requests =
          threads.invokeAll(closes).stream()
              .map(Future::resultNow)
              .map(answer -> answer.replaceAll("\"token\":\"[^\"]*\"|\"url\":\"[^\"]*\"", ""))
              .collect(Collectors.toSet());

      assertThat(requests).hasSize(1).allMatch(request -> request.contains("\"requested\":true"));
    }
  }

  @Test
  void theScheduleClosesWhatIsDueAndOnlyThat() {
    closed("due", Duration.ofHours(5), "{\"rateWithinHours\":4}");
    closed("open", Duration.ofHours(5), "{\"rateWithinHours\":6}");
    closed("unlimited", Duration.ofHours(5), "{}");

    RunningStack.api().post("/_local/invoke/EnforceWindowsFunction", "{}");

    assertThat(RunningStack.attribute("due", "state")).contains("closed");
    assertThat(RunningStack.attribute("due", "duePk")).isEmpty();
    assertThat(RunningStack.attribute("open", "state")).isEmpty();
    assertThat(RunningStack.attribute("open", "duePk")).isPresent();
    assertThat(RunningStack.attribute("unlimited", "state")).isEmpty();
    assertThat(rate("open", 3).status()).isEqualTo(201);
  }

  @Test
  void p22AWidgetCannotRateAnotherLinesConversation() {
    PLATFORM.put("/v1/lines/initech-web", "{\"channel\":\"website\",\"name\":\"Web\"}");
    closed("of-telegram", Duration.ZERO, "{}");

    var rated =
        RunningStack.api()
            .post(
                "/v1/widgets/initech-web/ratings",
                "{\"conversationId\":\"of-telegram\",\"score\":1}");

    assertThat(rated.status()).isEqualTo(404);
    assertThat(rated.says("code", "\"unknown-conversation\"")).isTrue();
    assertThat(PLATFORM.get("/v1/ratings/of-telegram").status()).isEqualTo(404);
  }

  private static Api.Answer closed(String conversation, Duration ago, String workflow) {
    var answer =
        PLATFORM.post("/v1/conversations/" + conversation + "/close", close(ago, workflow));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }

  private static String close(Duration ago, String workflow) {
    return """
    {"channel": "telegram", "lineId": "initech-tg", "closedBy": "teammate", "closedAt": "AT",
     "lastReplyAt": "AT", "characters": 251, "customers": 1,
     "customer": {"id": "u-1"}, "teammate": {"id": "t-1"}, "workflow": FLOW}
    """
        .replace("AT", Instant.now().minus(ago).toString())
        .replace("FLOW", workflow);
  }

  private static Api.Answer rate(String conversation, int score) {
    return PLATFORM.post(
        "/v1/conversations/" + conversation + "/rating", "{\"score\":" + score + "}");
  }

  private static Api.Answer shown(String conversation) {
    return PLATFORM.get("/v1/conversations/" + conversation + "/rating");
  }
}
