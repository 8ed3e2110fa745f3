package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was asked and answered is in the reports, by way of the stream. */
@AgainstTheStack
class ReportIT {
  private static final Api TYRELL = RunningStack.adminOf("tyrell");

  /** Two of each of the five ratings (R48), and as many who were asked and did not answer. */
  @BeforeAll
  static void tenAnswersOfTwentyAsked() {
    TYRELL.put("/v1/settings", "{\"targets\":{\"north\":40.1}}");
    TYRELL.put(
        "/v1/lines/tyrell-tg",
        "{\"channel\":\"telegram\",\"name\":\"Telegram\",\"scale\":\"faces5\"}");
    for (int i = 0; i < 20; i++) {
      var conversation = "/v1/conversations/t-" + i;
      assertThat(TYRELL.post(conversation + "/close", close()).status()).isEqualTo(200);
      if (i < 10) {
        var rating = "{\"score\":%s,\"feedback\":\"No. %s\"}".replaceFirst("%s", "" + (1 + i / 2));
        TYRELL.post(conversation + "/rating", rating.replaceFirst("%s", "" + i));
      }
    }
    Waiting.until(() -> report("").contains("\"asked\":20,\"delivered\":10,\"answered\":10"));
  }

  @Test
  void r48TheWorkedExampleIsFortyPercentOfWhoAnswered() {
    assertThat(report("by=team"))
        .contains(
            "\"responseRate\":50.0",
            "\"average\":3.00",
            "\"distribution\":{\"1\":2,\"2\":2,\"3\":2,\"4\":2,\"5\":2}",
            "\"csat\":40.0,\"interval\":[16.8,68.7]",
            "\"key\":\"north\",\"name\":\"north\"",
            "\"target\":40.1,\"targetMet\":false");
  }

  @Test
  void r99ByLineTheyGoByTheLinesName() {
    assertThat(report("by=line&teammateId=t-1&channel=telegram&scale=faces5"))
        .contains("\"key\":\"tyrell-tg\",\"name\":\"Telegram\",\"asked\":20");
    assertThat(report("by=teammate")).contains("\"key\":\"t-1\",\"name\":\"Bo\",\"asked\":20");
  }

  @Test
  void r101AFilterThatNothingMatchesFindsNothing() {
    assertThat(report("scale=nps")).contains("\"total\":{\"asked\":0");
    assertThat(report("team=south")).contains("\"total\":{\"asked\":0");
  }

  @Test
  void r42R98ATeammateSeesWhatTheyGotAndWhoPraisedThem() {
    assertThat(TYRELL.get("/v1/teammates/t-1/ratings").body())
        .contains("\"name\":\"Bo\"", "\"csat\":40.0")
        .contains("No. 9", "No. 8", "No. 7", "No. 6")
        .doesNotContain("No. 5");
  }

  @Test
  void r39ALowRatingIsFollowedUp() {
    var note = "{\"state\":\"open\",\"note\":\"I called her.\"}";

    assertThat(
            TYRELL.put("/v1/ratings/t-0/follow-up", note).says("followUp", "{\"state\":\"open\""))
        .isTrue();
    assertThat(TYRELL.get("/v1/ratings?followUp=open").body())
        .contains("\"id\":\"t-0\"", "I called her.");
  }

  private static String report(String query) {
    return TYRELL.get("/v1/reports/ratings?" + query).body();
  }

  private static String close() {
    return """
    {"channel": "telegram", "lineId": "tyrell-tg", "closedBy": "teammate", "closedAt": "AT",
     "lastReplyAt": "AT", "characters": 251, "customers": 1,
     "customer": {"id": "u-1"}, "teammate": {"id": "t-1", "name": "Bo", "team": "north"}}
    """
        .replace("AT", Instant.now().toString());
  }
}
