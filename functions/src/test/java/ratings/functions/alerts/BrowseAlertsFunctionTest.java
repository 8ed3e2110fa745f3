package ratings.functions.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.code;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.domain.Tenancy;
import ratings.domain.notification.AnAnnouncement;
import ratings.domain.notification.FakeAlertLog;
import ratings.domain.notification.Fate;
import ratings.domain.notification.Notified;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;
import ratings.domain.signing.FixedSignatures;
import ratings.domain.signing.Seal;
import ratings.http.Requests;
import ratings.http.Response;

class BrowseAlertsFunctionTest {
  private final FakeAlertLog log = new FakeAlertLog();
  private final BrowseAlertsFunction function =
      new BrowseAlertsFunction(
          log, new Seal(new FixedSignatures("k")), new Tenancy("workspace", "teammate", ""));

  @Test
  void anEntryShowsTheRatingAndWhatBecameOfItForWhom() {
    var alert = AnAnnouncement.of("c1").make();
    log.enter(alert);
    log.note(alert, List.of(mailed()));

    assertThat(list("acme", "").body())
        .isEqualTo(
            """
            {"items":[{"alertId":"alert-c1","conversationId":"c1","score":1,"scale":"stars5",\
            "line":"support","channel":"telegram","teammate":"t1","team":"north",\
            "recordedAt":"2026-11-21T09:30:00.000Z","chatHistoryUrl":"https://chat.example/c1",\
            "recipients":[{"id":"r1","kind":"group","group":"north","protocol":"email",\
            "outcome":"mailed","at":"2026-11-21T09:30:00.000Z"}]}],"next":null}\
            """);
  }

  @Test
  void feedbackIsThereOnlyWhereTheLineQuotesIt() {
    log.enter(AnAnnouncement.of("c1").quoting("I waited.").make());
    assertThat(list("acme", "").body()).contains("\"feedback\":\"I waited.\"");
  }

  @Test
  void theNewestComesFirstPageByPage() {
    for (int i = 0; i < 5; i++) {
      log.enter(later("c" + i, i).make());
    }
    var first = list("acme", "limit=3");
    var second = list("acme", "limit=3&cursor=" + member(first, "next"));

    assertThat(each(first, "items", "conversationId")).containsExactly("c4", "c3", "c2");
    assertThat(each(second, "items", "conversationId")).containsExactly("c1", "c0");
    assertThat(member(second, "next")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "lineId=desk, c2",
    "conversationId=c2, c2",
    "teammateId=t9, ''",
    "outcome=mailed, c2",
    "outcome=failed, ''",
    "after=2026-11-21T09:30:01.000Z&before=2026-11-21T10:30:03%2B01:00, c2"
  })
  void entriesAreFiltered(String query, String conversations) {
    log.enter(later("c1", 1).make());
    var desk = later("c2", 2).on("desk").make();
    log.enter(desk);
    log.note(desk, List.of(mailed()));
    log.enter(later("c3", 3).make());

    assertThat(String.join(",", each(list("acme", query), "items", "conversationId")))
        .isEqualTo(conversations);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, /limit",
    "limit=201, /limit",
    "outcome=lost, /outcome",
    "after=yesterday, /after",
    "lineId=a%20b, /lineId",
    "score=1, /score",
    "lineId=a&lineId=b, /lineId"
  })
  void whatIsWrongIsTold(String query, String pointer) {
    var refused = list("acme", query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer")).containsExactly(pointer);
  }

  @Test
  void p20NeitherEntriesNorCursorsReachAnotherWorkspace() {
    log.enter(later("c1", 1).make());
    log.enter(later("c2", 2).make());
    log.enter(AnAnnouncement.of("c3").in("globex").make());
    var cursor = "limit=1&cursor=" + member(list("acme", "limit=1"), "next");

    assertThat(each(list("globex", ""), "items", "conversationId")).containsExactly("c3");
    assertThat(code(list("globex", cursor))).isEqualTo("bad-cursor");
    assertThat(code(list("acme", cursor + "&lineId=support"))).isEqualTo("bad-cursor");
    assertThat(each(list("acme", cursor), "items", "conversationId")).containsExactly("c1");
  }

  @Test
  void withoutTheRightIs403() {
    var refused =
        Requests.to("GET /v1/alerts")
            .claim("workspace", "acme")
            .claim("scope", "ratings/settings")
            .sentTo(function);
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void p23WhateverIsAskedIsAnsweredOrRefusedByRule() {
    var random = new Random(107);
    var words =
        List.of(
            "lineId",
            "outcome",
            "after",
            "before",
            "limit",
            "cursor",
            "=",
            "&",
            "%",
            "%00",
            "[",
            "mailed",
            "9999-12-31T23:59:59.999Z",
            "0001-01-01T00:00:00Z",
            "1",
            "\u00fc",
            "%ff");
    for (int i = 0; i < 10_000; i++) {
      var query = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        query.append(words.get(random.nextInt(words.size())));
      }
      assertThat(list("acme", query.toString()).status()).as("%s", query).isIn(200, 400);
    }
  }

  private Response list(String workspace, String query) {
    return Requests.to("GET /v1/alerts")
        .claim("workspace", workspace)
        .claim("scope", "ratings/read")
        .query(query)
        .sentTo(function);
  }

  private static AnAnnouncement later(String conversation, int seconds) {
    return AnAnnouncement.of(conversation).at(VirtualClock.START.plusSeconds(seconds));
  }

  private static Notified mailed() {
    return new Notified(
        Optional.of("r1"),
        RecipientRole.GROUP,
        Optional.of("north"),
        Optional.of("email"),
        Fate.of(Outcome.MAILED, VirtualClock.START));
  }
}
