package ratings.functions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.code;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;
import static ratings.http.Answers.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.Figures;
import ratings.domain.Tenancy;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.Cursors;
import ratings.domain.rating.list.FakeRatingPages;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.report.ACell;
import ratings.domain.report.FakeTallies;
import ratings.domain.score.Scale;
import ratings.domain.settings.Condition;
import ratings.domain.settings.FakeSettings;
import ratings.domain.settings.SampleLine;
import ratings.domain.signing.FixedSignatures;
import ratings.http.MalformedQueries;
import ratings.http.Requests;
import ratings.http.Response;

class ReportFunctionTest {
  private final FakeTallies tallies = new FakeTallies();
  private final FakeRatingPages pages = new FakeRatingPages();
  private final FakeSettings settings = new FakeSettings();
  private final VirtualClock clock = new VirtualClock();
  private final ReportFunction function =
      new ReportFunction(
          tallies,
          pages,
          new Cursors(new FixedSignatures("k")),
          settings,
          new Tenancy("workspace", "teammate", ""),
          clock);

  @Test
  void r48TheWorkedExampleIsFortyPercent() {
    add(
        ACell.of(Scale.FACES5)
            .scored(5, 2)
            .scored(4, 2)
            .scored(3, 2)
            .scored(2, 2)
            .scored(1, 2)
            .silent(30)
            .resolved(3, 1));

    assertThat(report("from=2026-11-21&to=2026-11-21").body())
        .isEqualTo(
            """
            {"from":"2026-11-21","to":"2026-11-21","timeZone":"UTC",\
            "total":{"asked":40,"delivered":40,"answered":10,"responseRate":25.0,\
            "scales":{"faces5":{"count":10,"average":3.00,\
            "distribution":{"1":2,"2":2,"3":2,"4":2,"5":2},\
            "positive":4,"neutral":4,"negative":2,"csat":40.0,"interval":[16.8,68.7]}},\
            "resolved":{"yes":3,"no":1,"rate":75.0}},\
            "previous":{"asked":0,"delivered":0,"answered":0,"responseRate":null,"scales":{},\
            "resolved":{"yes":0,"no":0,"rate":null}},"groups":[]}\
            """);
  }

  @Test
  void scalesAreNeverMixedAndAnNpsNamesItsBands() {
    workspace(Map.of("npsBands", "kore"));
    add(ACell.of(Scale.NPS).scored(6, 1).scored(9, 3));
    add(ACell.of(Scale.THUMBS).scored(0, 1).scored(1, 2));

    assertThat(object(report(""), "total").get("scales"))
        .hasToString(
            "{thumbs={up=2, down=1, share=66.7}, nps={count=4, promoters=3, passives=1,"
                + " detractors=0, nps=75.0, bands=kore}}");
  }

  @Test
  void r40R41ATeamShowsItsTargetAndWhetherItIsMet() {
    workspace(Map.of("targets", Map.of("north", 80, "south", 80)));
    add(ACell.of(Scale.STARS5).by("t1", "Al", "north").scored(5, 82).scored(1, 18));
    add(ACell.of(Scale.STARS5).by("t2", "Bo", "south").scored(5, 79).scored(1, 21));
    add(ACell.of(Scale.STARS5).by("t3", "Cy", "west").scored(5, 1));
    var report = report("by=team");

    assertThat(each(report, "groups", "key")).containsExactly("north", "south", "west");
    assertThat(each(report, "groups", "target")).containsExactly("80", "80", "null");
    assertThat(each(report, "groups", "targetMet")).containsExactly("true", "false", "null");
    assertThat(object(report("team=south&by=day"), "total")).containsEntry("targetMet", false);
  }

  @Test
  void r99LinesGoByTheirNamesAndTeammatesByTheirs() {
    var shop = SampleLine.widget("shop").with("name", "The shop");
    settings.put("acme", "shop", shop.settings(), new Condition.Always());
    add(ACell.of(Scale.STARS5).line("shop").by("t1", "Al", "north").scored(5, 1));
    add(ACell.of(Scale.STARS5).line("gone").scored(5, 1));

    assertThat(each(report("by=line"), "groups", "name")).containsExactly("gone", "The shop");
    assertThat(each(report("by=teammate"), "groups", "name")).containsExactly("Al", "null");
  }

  @Test
  void withoutDaysItIsAboutTheLastThirtyInTheWorkspacesZone() {
    workspace(Map.of("timeZone", "Pacific/Kiritimati"));
    clock.set(Instant.parse("2026-11-21T10:00:00Z"));
    var report = report("");

    assertThat(member(report, "from")).isEqualTo("2026-10-24");
    assertThat(member(report, "to")).isEqualTo("2026-11-22");
    assertThat(member(report, "timeZone")).isEqualTo("Pacific/Kiritimati");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-11-22&to=2026-11-21, /to",
    "from=2026-02-30, /from",
    "from=2026-1-1, /from",
    "to=tomorrow, /to",
    "from=2020-01-01&to=2026-11-21, /to",
    "to=9999-12-31, /to",
    "from=1969-12-31, /from",
    "by=hour, /by",
    "scale=stars, /scale",
    "lineId=a%20b, /lineId",
    "widget=shop, /widget",
    "by=day&by=line, /by"
  })
  void whatIsWrongIsTold(String query, String pointer) {
    var refused = report(query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer")).containsExactly(pointer);
  }

  @Test
  void p20AnotherWorkspacesConversationsAreInNoReport() {
    tallies.add("globex", ACell.of(Scale.STARS5).by("t1", "Al", "north").scored(5, 1).make());

    assertThat(object(report(""), "total"))
        .hasToString(object(report("lineId=x"), "total").toString());
    assertThat(each(report("by=teammate"), "groups", "key")).isEmpty();
  }

  @Test
  void r98ATeammatesProfileShowsTheAverageOfThePeriod() {
    add(ACell.of(Scale.STARS5).by("t1", "Al", "north").scored(4, 1).scored(5, 1));
    add(ACell.of(Scale.STARS5).by("t2", "Bo", "north").scored(1, 1));
    var profile =
        get("/v1/teammates/{id}/ratings", "from=2026-11-01&to=2026-11-30", "t1", "ratings/read");

    assertThat(profile.status()).isEqualTo(200);
    assertThat(member(profile, "name")).isEqualTo("Al");
    assertThat(profile.body()).contains("\"average\":4.50", "\"csat\":100.0");
  }

  @Test
  void r42ATeammateSeesThePositiveCommentsThatTheyGotAndNoOthers() {
    pages.add("acme", comment("c1", "t1", 5, "Lovely.", 1));
    pages.add("acme", comment("c2", "t1", 2, "Slow.", 2));
    pages.add("acme", comment("c3", "t2", 5, "Quick.", 3));
    pages.add("acme", comment("c4", "t1", 4, "Good.", 4));
    pages.add("globex", comment("c5", "t1", 4, "Fine.", 5));
    var mine = get("/v1/me/achievements", "from=2026-11-01&to=2026-11-30", "", "");

    assertThat(mine.status()).isEqualTo(200);
    assertThat(member(mine, "teammateId")).isEqualTo("t1");
    assertThat(comments(mine)).containsExactly("Good.", "Lovely.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b"})
  void r42WhoIsNoTeammateSeesNobodysComments(String teammate) {
    pages.add("acme", comment("c1", "t1", 5, "Lovely.", 1));
    var refused =
        Requests.to("GET /v1/me/achievements")
            .claim("workspace", "acme")
            .claim("teammate", teammate)
            .sentTo(function);

    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void commentsComePageByPage() {
    for (int i = 0; i < 60; i++) {
      pages.add("acme", comment("c" + (100 + i), "t1", 5, "No. " + i, i));
    }
    var days = "from=2026-11-01&to=2026-11-30";
    var page = get("/v1/me/achievements", days, "", "");
    var all = new ArrayList<>(comments(page));
    var cursor = object(page, "comments").get("next");
    assertThat(code(get("/v1/me/achievements", "cursor=" + cursor, "", "")))
        .isEqualTo("bad-cursor");
    while (object(page, "comments").get("next") != null) {
      var next = object(page, "comments").get("next");
      page = get("/v1/me/achievements", days + "&cursor=" + next, "", "");
      all.addAll(comments(page));
    }

    assertThat(all).hasSize(60).doesNotHaveDuplicates().startsWith("No. 59").endsWith("No. 0");
  }

  @Test
  void withoutTheRightIs403() {
    assertThat(get("/v1/reports/ratings", "", "", "ratings/export").status()).isEqualTo(403);
    assertThat(get("/v1/teammates/{id}/ratings", "", "t2", "").status()).isEqualTo(403);
  }

  @Test
  void p23WhateverIsAskedForIsAnsweredOrRefusedByRule() {
    var random = new Random(23);
    for (int i = 0; i < Figures.of(10_000); i++) {
      var query = MalformedQueries.next(random);
      assertThat(report(query).status()).isIn(200, 400);
      assertThat(get("/v1/me/achievements", query, "", "").status()).isIn(200, 400);
    }
  }

  private static List<String> comments(Response response) {
    return ((List<?>) object(response, "comments").get("items"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("feedback"))).toList();
  }

  private static ListedRating comment(
      String id, String teammate, int score, String feedback, int minutes) {
    return ARating.of(id)
        .teammate(teammate, "Al", "north")
        .score(score)
        .feedback(feedback)
        .recorded(Instant.parse("2026-11-21T09:00:00Z").plusSeconds(60L * minutes))
        .row();
  }

  private void add(ACell cell) {
    tallies.add("acme", cell.make());
  }

  private void workspace(Map<String, Object> own) {
    settings.put("acme", SampleLine.workspace(own), new Condition.Always());
  }

  private Response report(String query) {
    return get("/v1/reports/ratings", query, "", "ratings/read");
  }

  private Response get(String route, String query, String id, String scope) {
    return Requests.to("GET " + route)
        .parameter("id", id)
        .query(query)
        .claim("workspace", "acme")
        .claim("teammate", "t1")
        .claim("scope", scope)
        .sentTo(function);
  }
}
