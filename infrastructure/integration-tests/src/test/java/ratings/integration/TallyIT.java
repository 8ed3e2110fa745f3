package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.domain.report.Cell;
import ratings.domain.report.Counts;

/** What happens to conversations is counted behind them. */
@AgainstTheStack
class TallyIT {
  private static final Api VISITOR = RunningStack.api();
  private static final Api PLATFORM = RunningStack.adminOf("counted");

  @BeforeAll
  static void lines() {
    PLATFORM.put("/v1/lines/counted-shop", "{\"channel\":\"website\",\"name\":\"Shop\"}");
    PLATFORM.put(
        "/v1/lines/counted-bot", "{\"channel\":\"telegram\",\"name\":\"Bot\",\"scale\":\"nps\"}");
  }

  @Test
  void r102WhoIsAskedAndWhoAnswersIsCountedOnce() {
    rate("shop-1", "\"score\":5");
    rate("shop-2", "\"score\":1");
    rate("shop-2", "\"score\":2,\"feedback\":\"Slow.\"");
    shown("shop-3");
    close("bot-1");
    close("bot-2");
    PLATFORM.post("/v1/conversations/bot-1/rating", "{\"conversationId\":\"bot-1\",\"score\":9}");

    Waiting.until(() -> sum("counted-shop").scores().equals(Map.of(5, 1L, 2, 1L)));
    Waiting.until(() -> sum("counted-bot").asked() == 2);
    Waiting.until(() -> sum("counted-bot").answered() == 1);
    assertThat(sum("counted-shop").asked()).isEqualTo(3);
    assertThat(sum("counted-shop").answered()).isEqualTo(2);
    assertThat(sum("counted-bot").scores()).isEqualTo(Map.of(9, 1L));
    assertThat(RunningStack.counted("counted"))
        .filteredOn(cell -> cell.combination().line().equals("counted-bot"))
        .extracting(cell -> cell.teammateName().orElse(""))
        .containsOnly("Bo");
  }

  private static Counts sum(String line) {
    return RunningStack.counted("counted").stream()
        .filter(cell -> cell.combination().line().equals(line))
        .map(Cell::counts)
        .reduce(Counts.NONE, Counts::plus);
  }

  private static void rate(String conversation, String answer) {
    var body = "{\"conversationId\":\"" + conversation + "\"," + answer + "}";
    assertThat(VISITOR.post("/v1/widgets/counted-shop/ratings", body).status()).isLessThan(300);
  }

  private static void shown(String conversation) {
    var body = "{\"conversationId\":\"" + conversation + "\"}";
    assertThat(VISITOR.post("/v1/widgets/counted-shop/shown", body).status()).isEqualTo(204);
  }

  private static void close(String conversation) {
    var now = Instant.now();
    var answer =
        PLATFORM.post(
            "/v1/conversations/" + conversation + "/close",
            """
            {"channel": "telegram", "lineId": "counted-bot", "closedBy": "teammate",
             "closedAt": "%s", "lastReplyAt": "%s", "characters": 900, "customers": 1,
             "teammate": {"id": "t-1", "name": "Bo"}}
            """
                .formatted(now, now));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }
}
