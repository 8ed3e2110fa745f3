package ratings.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.code;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;
import static ratings.http.Answers.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.Tenancy;
import ratings.domain.settings.FakeSettings;
import ratings.domain.settings.Settings;
import ratings.http.HostileBodies;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class SettingsFunctionTest {
  private static final String SHOP = "{\"channel\": \"website\", \"name\": \"Shop\"}";
  private static final List<String> FIELDS =
      List.copyOf(Settings.none().over(Settings.none()).lineDocument().keySet());

  private final FakeSettings settings = new FakeSettings();
  private final SettingsFunction function =
      new SettingsFunction(settings, new Tenancy("workspace", "teammate", ""));

  @Test
  void aWorkspaceNobodyConfiguredHasTheProductsDefaults() throws Exception {
    var response = get("acme", "/v1/settings");

    assertThat(response.status()).isEqualTo(200);
    assertThat(Json.read(response.body()))
        .isEqualTo(
            Json.read(
                """
                {"own": {},
                 "effective": {
                   "name": null, "collectRatings": true, "scale": "stars5",
                   "requestText": {"en": "Please rate the quality of service"},
                   "delaySeconds": 0, "askAfter": ["teammate", "timeout"],
                   "audience": ["user", "lead"], "directOutbound": true, "workflowOutbound": false,
                   "minimumCharacters": 250, "staleAfterDays": 7, "rateWithinHours": null,
                   "changeWithinHours": null, "askFeedback": true, "askResolved": false,
                   "reasons": [],
                   "lowRating": {"threshold": null, "recipients": ["responsible", "supervisor"],
                                 "includeFeedback": false},
                   "closingApp": null, "allowedOrigins": [], "requireToken": false,
                   "chatHistoryUrlTemplate": null, "targets": {}, "timeZone": "UTC",
                   "npsBands": "standard"}}
                """));
  }

  @Test
  void aLineIsMadeThenReplacedThenRemoved() throws Exception { // R86
    var made = put("acme", "shop", SHOP);
    var replaced =
        put("acme", "shop", "{\"channel\":\"website\",\"name\":\"Shop\",\"scale\":\"nps\"}");
    var removed = line("acme", "DELETE", "shop").sentTo(function);

    assertThat(made.status()).isEqualTo(201);
    assertThat(member(made, "lineId")).isEqualTo("shop");
    assertThat(member(made, "own")).isEqualTo(Map.of("channel", "website", "name", "Shop"));
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(object(replaced, "effective")).containsEntry("scale", "nps");
    assertThat(removed.status()).isEqualTo(204);
    assertThat(removed.body()).isEmpty();
    assertThat(code(get("acme", "shop", 404))).isEqualTo("unknown-line");
    assertThat(line("acme", "DELETE", "shop").sentTo(function).status()).isEqualTo(404);
  }

  @Test
  void aLineShowsWhatItHasAndWhatHolds() throws Exception {
    putWorkspace("acme", "{\"rateWithinHours\": 24, \"name\": \"Acme\"}");
    put("acme", "shop", SHOP);

    var shown = get("acme", "shop", 200);
    assertThat(object(shown, "own")).doesNotContainKey("rateWithinHours");
    assertThat(object(shown, "effective").get("rateWithinHours")).hasToString("24");
    assertThat(object(shown, "effective")).containsEntry("name", "Shop");
  }

  @Test
  void linesAreListedById() throws Exception {
    put("acme", "b", SHOP);
    put("acme", "a", "{\"channel\": \"email\", \"name\": \"Mail\"}");
    put("globex", "c", SHOP);

    assertThat(each(get("acme", "/v1/lines"), "items", "lineId")).containsExactly("a", "b");
  }

  @Test
  void moreLinesThanAnAnswerHoldsAreListedPageByPage() throws Exception {
    var texts =
        List.of("en", "de", "fr", "es", "it", "pt").stream()
            .map(language -> "\"" + language + "\":\"" + "x".repeat(1000) + "\"")
            .collect(Collectors.joining(","));
    for (int i = 100; i < 500; i++) {
      put("acme", "l" + i, SHOP.replace("}", ",\"requestText\":{" + texts + "}}"));
    }

    var first = get("acme", "/v1/lines");
    var second =
        Requests.to("GET /v1/lines")
            .claim("workspace", "acme")
            .claim("scope", "ratings/settings")
            .query("cursor=" + member(first, "next"))
            .sentTo(function);

    assertThat(first.body().length()).isBetween(3_500_000, LinePage.MOST_BYTES + 100);
    var listed = new ArrayList<>(each(first, "items", "lineId"));
    listed.addAll(each(second, "items", "lineId"));
    assertThat(listed).hasSize(400).doesNotHaveDuplicates().isSorted();
    assertThat(second.body()).doesNotContain("\"next\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=*", "cursor=YQ==", "cursor=IA", "limit=5"})
  void aCursorThatIsNoneIs400(String query) {
    var refused =
        Requests.to("GET /v1/lines")
            .claim("workspace", "acme")
            .claim("scope", "ratings/settings")
            .query(query)
            .sentTo(function);

    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws Exception {
    var response =
        put("acme", "shop", "{\"name\": 1, \"lowRating\": {\"threshold\": 9}, \"x/y\": null}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(each(response, "errors", "pointer"))
        .containsExactlyInAnyOrder("/name", "/channel", "/lowRating/threshold", "/x~1y");
    assertThat(settings.lines("acme")).isEmpty();
  }

  @Test
  void r33AnInboxAppCannotClose() {
    assertThat(
            put(
                    "acme",
                    "shop",
                    "{\"channel\":\"website\",\"name\":\"Shop\",\"closingApp\":"
                        + "{\"name\":\"CRM\",\"url\":\"https://crm.example\",\"kind\":\"inbox\"}}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aLostUpdateIs412() throws Exception {
    var read = put("acme", "shop", SHOP).headers().get("etag");
    var ours = line("acme", "PUT", "shop").header("if-match", read).body(SHOP.replace("Sh", "C"));

    assertThat(ours.sentTo(function).status()).isEqualTo(200);
    assertThat(code(ours.sentTo(function))).isEqualTo("changed-meanwhile");
    assertThat(line("acme", "DELETE", "shop").header("if-match", read).sentTo(function).status())
        .isEqualTo(412);
    assertThat(ours.header("if-match", "*").sentTo(function).status()).isEqualTo(200);
    assertThat(ours.header("if-match", "\"x\", W/\"y\"").sentTo(function).status()).isEqualTo(412);
  }

  @Test
  void theFirstSettingsOfAWorkspaceCanBeGuardedToo() {
    var read = get("acme", "/v1/settings").headers().get("etag");
    var put =
        admin("acme", "PUT /v1/settings").header("if-match", read).body("{\"scale\":\"nps\"}");

    assertThat(put.sentTo(function).status()).isEqualTo(200);
    assertThat(put.sentTo(function).status()).isEqualTo(412);
  }

  @Test
  void aChangeOfTheWorkspaceIsNoLostUpdateOfItsLine() {
    var read = put("acme", "shop", SHOP).headers().get("etag");
    putWorkspace("acme", "{\"scale\":\"nps\"}");

    assertThat(
            line("acme", "PUT", "shop")
                .header("if-match", read)
                .body(SHOP)
                .sentTo(function)
                .status())
        .isEqualTo(200);
  }

  @Test
  void whoHasItAlreadyGets304UntilWhatHoldsChanges() {
    var tag = put("acme", "shop", SHOP).headers().get("etag");
    var look = line("acme", "GET", "shop").header("if-none-match", tag);

    var same = look.sentTo(function);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.headers()).containsEntry("etag", tag);
    putWorkspace("acme", "{\"scale\":\"nps\"}");
    assertThat(look.sentTo(function).status()).isEqualTo(200);
  }

  @Test
  void ifNoneMatchOfAnythingMakesALineOnlyOnce() {
    var put = line("acme", "PUT", "shop").header("if-none-match", "*").body(SHOP);

    assertThat(put.sentTo(function).status()).isEqualTo(201);
    assertThat(put.sentTo(function).status()).isEqualTo(412);
    assertThat(put.header("if-none-match", "\"a\"").sentTo(function).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "\"a", "\"a\",", "*, \"a\"", "\"a\" \"b\""})
  void aHeaderThatIsNoListOfTagsIs400(String header) {
    var put = line("acme", "PUT", "shop").body(SHOP).header("if-match", header);

    assertThat(put.sentTo(function).status()).isEqualTo(400);
    assertThat(settings.lines("acme")).isEmpty();
  }

  @Test
  void aHeaderOfAThousandTagsIsRead() {
    var tags = "\"a\", ".repeat(5000) + "\"b\"";

    assertThat(
            line("acme", "PUT", "shop")
                .body(SHOP)
                .header("if-match", tags)
                .sentTo(function)
                .status())
        .isEqualTo(412);
  }

  @Test
  void aWidgetOfAnotherWorkspaceIs409() throws Exception {
    put("acme", "shop", SHOP);

    assertThat(code(put("globex", "shop", SHOP))).isEqualTo("widget-taken");
    line("acme", "DELETE", "shop").sentTo(function);
    assertThat(put("globex", "shop", SHOP).status()).isEqualTo(409);
    assertThat(put("acme", "shop", SHOP).status()).isEqualTo(201);
  }

  @Test
  void p20AnotherWorkspacesSettingsAreOutOfReach() throws Exception {
    put("acme", "shop", SHOP.replace("Shop", "Secret"));
    putWorkspace("acme", "{\"name\": \"Secret\"}");

    assertThat(code(get("globex", "shop", 404))).isEqualTo("unknown-line");
    assertThat(line("globex", "DELETE", "shop").sentTo(function).status()).isEqualTo(404);
    for (var answer :
        List.of(
            get("globex", "/v1/settings"),
            get("globex", "/v1/lines"),
            get("globex", "shop", 404),
            put("globex", "shop", SHOP))) {
      assertThat(answer.body()).doesNotContain("Secret").doesNotContain("acme");
    }
    putWorkspace("globex", "{\"scale\": \"nps\"}");
    assertThat(get("acme", "shop", 200).body()).contains("stars5").doesNotContain("nps\"");
  }

  @Test
  void withoutTheRightIs403() {
    for (String right : List.of("", "ratings/read", "ratings/settingsx")) {
      var response =
          Requests.to("GET /v1/settings")
              .claim("workspace", "acme")
              .claim("scope", right)
              .sentTo(function);
      assertThat(response.status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\u0000", "", "\ud800", " "})
  void anIdThatIsNoneIs400(String id) {
    for (String method : List.of("GET", "PUT", "DELETE")) {
      assertThat(line("acme", method, id).body(SHOP).sentTo(function).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "", "application/problem+json"})
  void anotherContentTypeIs415(String type) {
    var put = line("acme", "PUT", "shop").header("content-type", type).body(SHOP);

    assertThat(put.sentTo(function).status()).isEqualTo(415);
  }

  @Test
  void p23WhateverIsPutIsTakenOrRefusedByRule() {
    var bodies = new HostileBodies(23, FIELDS);
    for (int i = 0; i < 10_000; i++) {
      var body = bodies.next();
      var workspace = admin("acme", "PUT /v1/settings").body(body).sentTo(function);
      var line = line("acme", "PUT", "shop").body(body).sentTo(function);

      assertThat(workspace.status()).isIn(200, 400);
      assertThat(line.status()).isEqualTo(400);
      assertThat(line.headers()).containsEntry("content-type", "application/problem+json");
    }
    assertThat(settings.lines("acme")).isEmpty();
    assertThat(get("acme", "/v1/settings").status()).isEqualTo(200);
  }

  private Response get(String workspace, String path) {
    return admin(workspace, "GET " + path).sentTo(function);
  }

  private Response get(String workspace, String line, int expected) {
    var response = line(workspace, "GET", line).sentTo(function);
    assertThat(response.status()).isEqualTo(expected);
    return response;
  }

  private Response put(String workspace, String line, String body) {
    return line(workspace, "PUT", line).body(body).sentTo(function);
  }

  private Response putWorkspace(String workspace, String body) {
    var response = admin(workspace, "PUT /v1/settings").body(body).sentTo(function);
    assertThat(response.status()).isEqualTo(200);
    return response;
  }

  private static Requests line(String workspace, String method, String line) {
    return admin(workspace, method + " /v1/lines/{lineId}").parameter("lineId", line);
  }

  private static Requests admin(String workspace, String route) {
    return Requests.to(route).claim("workspace", workspace).claim("scope", "ratings/settings");
  }
}
