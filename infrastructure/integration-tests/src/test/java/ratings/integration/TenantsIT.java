package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * P20: no workspace sees a byte of another; D13: nobody does what the token's scopes do not say.
 */
@AgainstTheStack
class TenantsIT {
  private static final Api OWNER = RunningStack.adminOf("initech");
  private static final Api STRANGER = RunningStack.adminOf("umbrella");
  private static final String SECRET = "xyzzy-of-initech";

  @BeforeAll
  static void somethingToSteal() {
    OWNER.put(
        "/v1/webhooks/initech-hook",
        "{\"endpoint\":\"https://"
            + SECRET
            + ".example.com/\",\"events\":[\"low-rating\"],"
            + "\"channels\":[\"none\"]}");
    OWNER.put(
        "/v1/bots/initech-bot/clients/initech-client",
        "{\"orgId\":\""
            + SECRET
            + "\",\"accountId\":\"a\",\"userId\":\"u\",\"scopes\":[\"Metrics\"]}");
    OWNER.put("/v1/lines/initech-web", "{\"channel\":\"website\",\"name\":\"" + SECRET + "\"}");
    for (int i = 0; i < 3; i++) {
      RunningStack.api()
          .post(
              "/v1/widgets/initech-web/ratings",
              "{\"conversationId\":\"i-"
                  + i
                  + "\",\"score\":1,\"userId\":\"u\",\"feedback\":\""
                  + SECRET
                  + "\"}");
    }
  }

  @Test
  void theOwnerSeesIt() {
    assertThat(OWNER.get("/v1/ratings").body()).contains(SECRET);
    assertThat(OWNER.get("/v1/lines").body()).contains(SECRET);
    assertThat(OWNER.get("/v1/webhooks").body()).contains(SECRET);
    assertThat(OWNER.get("/v1/bots/initech-bot/clients/initech-client").body()).contains(SECRET);
  }

  @ParameterizedTest(name = "a stranger asks for {0}")
  @CsvSource({
    "/v1/ratings, 200",
    "/v1/ratings?userId=u, 200",
    "/v1/ratings?conversationId=i-1, 200",
    "/v1/ratings?lineId=initech-web, 200",
    "/v1/ratings/i-1, 404",
    "/v1/reports/ratings?by=line, 200",
    "/v1/reports/ratings?lineId=initech-web&by=day, 200",
    "/v1/teammates/t/ratings, 200",
    "/v1/me/achievements, 200",
    "/v1/lines, 200",
    "/v1/lines/initech-web, 404",
    "/v1/lines/initech-web/alert-check, 404",
    "/v1/recipients, 200",
    "/v1/alerts, 200",
    "/v1/settings, 200",
    "/v1/webhooks, 200",
    "/v1/webhooks/initech-hook, 404",
    "/v1/bots/initech-bot/clients/initech-client, 404"
  })
  void aStrangerSeesNothing(String path, int status) {
    var answer = STRANGER.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain(SECRET).doesNotContain("initech");
  }

  @Test
  void aStrangersCursorFitsNoOtherWorkspace() {
    var page = OWNER.get("/v1/ratings?limit=1").body();
    var cursor = page.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
    assertThat(OWNER.get("/v1/ratings?limit=1&cursor=" + cursor).status()).isEqualTo(200);

    var refused = STRANGER.get("/v1/ratings?limit=1&cursor=" + cursor);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says("code", "\"bad-cursor\"")).isTrue();
  }

  @Test
  void aStrangerCannotTakeAWidgetNorDeleteALine() {
    var taken =
        STRANGER.put("/v1/lines/initech-web", "{\"channel\":\"website\",\"name\":\"Mine\"}");

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.says("code", "\"widget-taken\"")).isTrue();
    assertThat(STRANGER.send("DELETE", "/v1/lines/initech-web", "", "accept", "*/*").status())
        .isEqualTo(404);
    assertThat(OWNER.get("/v1/lines/initech-web").status()).isEqualTo(200);
  }

  @Test
  void aStrangerCannotFollowARatingUp() {
    var refused = STRANGER.put("/v1/ratings/i-1/follow-up", "{\"state\":\"done\"}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(OWNER.get("/v1/ratings/i-1").says("followUp", "null")).isTrue();
  }

  @Test
  void withoutATokenItIs401AndWithoutTheRight403() {
    for (var path : List.of("/v1/ratings", "/v1/ratings/i-1", "/v1/settings", "/v1/lines")) {
      assertThat(RunningStack.api().get(path).status()).isEqualTo(401);
      assertThat(RunningStack.api().as("a.b.c").get(path).status()).isEqualTo(401);
      var refused = RunningStack.caller("initech", "ratings/export").get(path);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.says("code", "\"forbidden\"")).isTrue();
    }
  }
}
