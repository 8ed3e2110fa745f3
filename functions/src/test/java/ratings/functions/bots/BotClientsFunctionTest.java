package ratings.functions.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.body;
import static ratings.http.Answers.code;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.Tenancy;
import ratings.domain.bot.ClientSecret;
import ratings.domain.bot.FakeBotClients;
import ratings.http.HostileBodies;
import ratings.http.Requests;
import ratings.http.Response;

class BotClientsFunctionTest {
  private static final String ONE = "/v1/bots/{botId}/clients/{clientId}";
  private static final String SECRETS = "POST " + ONE + "/secrets";
  private static final List<String> ROUTES =
      List.of("GET " + ONE, "PUT " + ONE, "DELETE " + ONE, SECRETS);
  private static final String KORE =
      """
      {"orgId": "o-1", "accountId": "a-1", "userId": "u-1", "scopes": ["Metrics"]}
      """;

  private final FakeBotClients clients = new FakeBotClients();
  private final BotClientsFunction function =
      new BotClientsFunction(clients, new Tenancy("workspace", "teammate", ""));

  @Test
  void aSecretIsShownByTheAnswerThatMakesItAndNeverAgain() {
    var made = put("acme", "bot", "cs-1", KORE);
    var secret = member(made, "secret").toString();

    assertThat(made.status()).isEqualTo(201);
    assertThat(body(made)).containsOnlyKeys("clientId", "botId", "scopes", "secret");
    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(secrets("cs-1")).containsExactly(secret);
    for (var later :
        List.of(put("acme", "bot", "cs-1", KORE), to("acme", "GET " + ONE, "bot", "cs-1"))) {
      assertThat(later.status()).isEqualTo(200);
      assertThat(later.body()).doesNotContain(secret).doesNotContain("secret");
    }
  }

  @Test
  void itIsShownAsItIs() {
    put(
        "acme",
        "bot",
        "cs-1",
        """
        {"orgId": "o-1", "accountId": "a-1", "userId": "u-1", "scopes": ["Metrics", "Other"],
         "audience": "us", "algorithm": "HS512"}
        """);

    assertThat(body(to("acme", "GET " + ONE, "bot", "cs-1")))
        .containsEntry("clientId", "cs-1")
        .containsEntry("botId", "bot")
        .containsEntry("orgId", "o-1")
        .containsEntry("accountId", "a-1")
        .containsEntry("userId", "u-1")
        .containsEntry("scopes", List.of("Metrics", "Other"))
        .containsEntry("audience", "us")
        .containsEntry("algorithm", "HS512")
        .hasSize(8);
  }

  @Test
  void aSecondSecretIsMadeForRotation() {
    var first = member(put("acme", "bot", "cs-1", KORE), "secret").toString();
    var rotated = to("acme", SECRETS, "bot", "cs-1");

    assertThat(rotated.status()).isEqualTo(201);
    assertThat(secrets("cs-1")).containsExactly(member(rotated, "secret").toString(), first);
  }

  @Test
  void oneThatIsRemovedIsUnknown() {
    put("acme", "bot", "cs-1", KORE);

    assertThat(to("acme", "DELETE " + ONE, "bot", "cs-1").status()).isEqualTo(204);
    for (var route : List.of("GET " + ONE, "DELETE " + ONE, SECRETS)) {
      var unknown = to("acme", route, "bot", "cs-1");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(code(unknown)).isEqualTo("unknown-client");
    }
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var refused =
        put(
            "acme",
            "bot",
            "cs-1",
            "{\"orgId\": \"a b\", \"scopes\": [1], \"algorithm\": \"none\", \"secret\": \"x\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer"))
        .containsExactlyInAnyOrder(
            "/orgId", "/accountId", "/userId", "/scopes/0", "/algorithm", "/secret");
    assertThat(clients.of("cs-1")).isEmpty();
  }

  @Test
  void p20AnotherWorkspacesClientsAreOutOfReachAndItsIdsTaken() {
    put("acme", "bot", "cs-1", KORE);
    var before = secrets("cs-1");

    for (var bot : List.of("bot", "other")) {
      for (var route : List.of("GET " + ONE, "DELETE " + ONE, SECRETS)) {
        assertThat(to("globex", route, bot, "cs-1").status()).isEqualTo(404);
      }
      var taken = put("globex", bot, "cs-1", KORE);
      assertThat(taken.status()).isEqualTo(409);
      assertThat(code(taken)).isEqualTo("client-taken");
      assertThat(taken.body()).doesNotContain("acme");
    }
    assertThat(put("acme", "other", "cs-1", KORE).status()).isEqualTo(409);
    assertThat(secrets("cs-1")).isEqualTo(before);
  }

  @Test
  void withoutTheRightIs403() {
    for (String right : List.of("", "ratings/read", "ratings/conversations")) {
      for (var route : ROUTES) {
        var request = client("acme", route, "bot", "cs-1").claim("scope", right);
        assertThat(request.sentTo(function).status()).isEqualTo(403);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\u0000", "", "\ud800", " "})
  void anIdThatIsNoneIs400(String id) {
    for (String route : ROUTES) {
      assertThat(client("acme", route, id, "cs-1").body(KORE).sentTo(function).status())
          .isEqualTo(400);
      assertThat(client("acme", route, "bot", id).body(KORE).sentTo(function).status())
          .isEqualTo(400);
    }
  }

  @Test
  void p23WhateverIsPutIsRefusedByRule() {
    var bodies =
        new HostileBodies(
            23, List.of("orgId", "accountId", "userId", "scopes", "audience", "algorithm"));
    for (int i = 0; i < 10_000; i++) {
      var answer = client("acme", "PUT " + ONE, "bot", "cs-1").body(bodies.next()).sentTo(function);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }
    assertThat(clients.of("cs-1")).isEmpty();
  }

  private List<String> secrets(String id) {
    return clients.of(id).orElseThrow().secrets().stream().map(ClientSecret::shown).toList();
  }

  private Response put(String workspace, String bot, String id, String body) {
    return client(workspace, "PUT " + ONE, bot, id).body(body).sentTo(function);
  }

  private Response to(String workspace, String route, String bot, String id) {
    return client(workspace, route, bot, id).sentTo(function);
  }

  private static Requests client(String workspace, String route, String bot, String id) {
    return Requests.to(route)
        .parameter("botId", bot)
        .parameter("clientId", id)
        .claim("workspace", workspace)
        .claim("scope", "ratings/settings");
  }
}
