package ratings.functions.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.Tenancy;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.Cursors;
import ratings.domain.rating.list.FakeRatingPages;
import ratings.domain.rating.list.FollowUp;
import ratings.domain.rating.list.FollowUp.State;
import ratings.domain.signing.FixedSignatures;
import ratings.http.Json;
import ratings.http.MalformedQueries;
import ratings.http.Problem;
import ratings.http.Request;
import ratings.http.Requests;
import ratings.http.Response;

class BrowseRatingsFunctionTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");
  private static final int MALFORMED = 10_000;

  private final Map<ConversationId, FollowUp> noted = new HashMap<>();
  private final FakeRatingPages pages = new FakeRatingPages();
  private final BrowseRatingsFunction function =
      new BrowseRatingsFunction(
          pages,
          this::note,
          new Cursors(new FixedSignatures("key")),
          new Tenancy("workspace", "teammate", ""),
          new VirtualClock());

  @BeforeEach
  void threeRatingsAndOneOfAnotherWorkspace() {
    for (int i = 0; i < 3; i++) {
      pages.add("w1", ARating.of("c" + i).score(i + 1).recorded(START.plusSeconds(i)).row());
    }
    pages.add("w2", ARating.of("theirs").recorded(START).row());
  }

  @Test
  void aRatingShowsEveryField_R57() throws Exception {
    pages.add(
        "w1",
        ARating.of("full")
            .message("m1")
            .score(2)
            .feedback("slow \"é\"")
            .user("u1", "Ada")
            .asked(START.minusSeconds(60))
            .followUp(FollowUp.State.OPEN)
            .row());
    var rating = document(one("w1", "full"));
    assertThat(rating.keySet().stream().map(String.class::cast))
        .containsExactly(
            "id",
            "conversationId",
            "messageId",
            "score",
            "scale",
            "survey",
            "prompt",
            "feedback",
            "resolved",
            "reasons",
            "userId",
            "userName",
            "channel",
            "widgetId",
            "lineId",
            "botId",
            "teammateId",
            "teammateName",
            "team",
            "language",
            "source",
            "askedAt",
            "recordedAt",
            "changedAt",
            "locked",
            "suspect",
            "chatHistoryUrl",
            "followUp");
    assertThat(rating.get("askedAt")).isEqualTo("2026-11-21T09:29:00.000Z");
    assertThat(rating.get("changedAt")).isEqualTo("2026-11-21T09:31:00.000Z");
    assertThat(rating.get("resolved")).isNull();
    assertThat(rating.get("widgetId")).isEqualTo("support");
    assertThat(rating.get("followUp"))
        .isEqualTo(
            Map.of(
                "state",
                "open",
                "note",
                "call back",
                "by",
                "t1",
                "at",
                "2026-11-21T09:30:09.000Z"));
  }

  @Test
  void theNewestRatingsComeFirstUnlessAskedOtherwise() throws Exception {
    assertThat(ids(list("w1", ""))).containsExactly("c2", "c1", "c0");
    assertThat(ids(list("w1", "sort=recordedAt"))).containsExactly("c0", "c1", "c2");
    assertThat(ids(list("w1", "sort=-recordedAt&rating%5Blte%5D=2"))).containsExactly("c1", "c0");
    assertThat(document(list("w1", "")).get("next")).isNull();
  }

  @Test
  void aPageLeadsToTheNext() throws Exception {
    var first = document(list("w1", "limit=2"));
    var second = document(list("w1", "limit=1&cursor=" + first.get("next")));
    assertThat(ids(second)).containsExactly("c0");
    assertThat(second.get("next")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "200", ""})
  void aPageMayHaveFrom1To200Rows(String limit) throws Exception {
    assertThat(list("w1", "limit=" + limit).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=abc",
        "limit=-1",
        "limit=1.0",
        "limit=%D9%A1",
        "limit=1000000000000",
        "limit=1&limit=1",
        "sort=score",
        "sort=recordedat",
        "colour=red",
        "rating[about]=4",
        "rating%5Blte%5D=x",
        "userId=a&userId=b",
        "a=%FF",
        "a=%0",
        "cursor=a&cursor=b"
      })
  void aQueryThatBreaksTheContractIsInvalid_P23(String query) {
    assertThat(problem(() -> list("w1", query)))
        .satisfies(p -> assertThat(p.status()).isEqualTo(400))
        .satisfies(p -> assertThat(p.code()).isEqualTo("invalid"));
  }

  @Test
  void everyViolationIsToldAtOnce() {
    var problem = problem(() -> list("w1", "limit=0&sort=x&rating[lte]=x&cursor=forged"));
    assertThat(problem.members().get("errors").toString())
        .contains("/limit", "/sort", "/rating[lte]");
  }

  @Test
  void aCursorOfAnotherTenantFilterOrOrderIsBad_P20() throws Exception {
    var cursor = document(list("w1", "limit=1")).get("next");
    for (var query : List.of("rating=1&", "sort=recordedAt&")) {
      assertThat(problem(() -> list("w1", query + "cursor=" + cursor)).code())
          .isEqualTo("bad-cursor");
    }
    assertThat(problem(() -> list("w2", "cursor=" + cursor)).code()).isEqualTo("bad-cursor");
    assertThat(problem(() -> list("w1", "cursor=abc")).code()).isEqualTo("bad-cursor");
  }

  @Test
  void aWorkspaceSeesNothingOfAnother_P20() throws Exception {
    assertThat(problem(() -> one("w1", "theirs")).status()).isEqualTo(404);
    assertThat(ids(list("w1", "conversationId=theirs"))).isEmpty();
    assertThat(ids(list("w3", ""))).isEmpty();
    assertThat(ids(list("w2", ""))).containsExactly("theirs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "a b", "\u0000", "w2#C#theirs"})
  void whatIsNoRatingIsNotFound(String id) {
    assertThat(problem(() -> one("w1", id)).code()).isEqualTo("not-found");
  }

  @Test
  void theListTakesItsRight() {
    var request = request("GET /v1/ratings", "", Map.of(), "w1", "ratings/export");
    assertThat(problem(() -> function.answer(request)).status()).isEqualTo(403);
  }

  @Test
  void noQueryMakesAnythingButAnAnswerOrA400_P23() throws Exception {
    var random = new Random(23);
    for (int i = 0; i < MALFORMED; i++) {
      var query = MalformedQueries.next(random);
      try {
        assertThat(list("w1", query).status()).as(query).isEqualTo(200);
      } catch (Problem.Refused refused) {
        assertThat(refused.problem().status()).as(query).isEqualTo(400);
      }
    }
  }

  private Response list(String workspace, String query) throws Problem.Refused {
    return function.answer(request("GET /v1/ratings", query, Map.of(), workspace, "ratings/read"));
  }

  private Response one(String workspace, String id) throws Problem.Refused {
    return function.answer(
        request("GET /v1/ratings/{id}", "", Map.of("id", id), workspace, "ratings/read"));
  }

  private static Request request(
      String route, String query, Map<String, String> parameters, String workspace, String scope) {
    return new Request(
        "r1",
        route,
        "GET",
        "/v1/ratings",
        query,
        Map.of(),
        parameters,
        Map.of("workspace", workspace, "scope", scope),
        Map.of(),
        new byte[0]);
  }

  private interface Call {
    Object answer() throws Problem.Refused;
  }

  private static Problem problem(Call call) {
    try {
      call.answer();
    } catch (Problem.Refused refused) {
      return refused.problem();
    }
    throw new AssertionError("no problem");
  }

  private static Map<?, ?> document(Response response) throws Exception {
    return (Map<?, ?>) Json.read(response.body());
  }

  private static List<Object> ids(Response response) throws Exception {
    return ids(document(response));
  }

  private static List<Object> ids(Map<?, ?> page) {
    return ((List<?>) page.get("items"))
        .stream().<Object>map(item -> ((Map<?, ?>) item).get("id")).toList();
  }

  @Test
  void r39AFollowUpSaysWhatIsDoneByWhomAndWhen() {
    var put = followUp("w1", "c1", "{\"state\":\"open\",\"note\":\"I called her.\"}");

    assertThat(put.status()).isEqualTo(200);
    assertThat(member(put, "id")).isEqualTo("c1");
    assertThat(noted)
        .containsExactly(
            Map.entry(
                new ConversationId("w1", "c1"),
                new FollowUp(State.OPEN, Optional.of("I called her."), "t1", VirtualClock.START)));
  }

  @Test
  void whatIsLeftOutOfAFollowUpStaysAndTheSameOnceMoreIsNoChange() {
    var called = new FollowUp(State.OPEN, Optional.of("I called."), "t1", START);
    var done = new FollowUp(State.DONE, Optional.empty(), "t2", START.plusSeconds(60));
    var open = new FollowUp(State.OPEN, Optional.empty(), "t2", START.plusSeconds(60));

    assertThat(done.after(Optional.of(called)))
        .isEqualTo(new FollowUp(State.DONE, called.note(), "t2", done.at()));
    assertThat(open.after(Optional.of(called))).isEqualTo(called);
    assertThat(open.after(Optional.empty())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /state",
        "{\"state\":\"closed\"} | /state",
        "{\"state\":\"done\",\"note\":7} | /note",
        "{\"state\":\"done\",\"by\":\"t2\"} | /by"
      })
  void aFollowUpThatIsNoneIs400(String body, String pointer) {
    var refused = followUp("w1", "c1", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer")).containsExactly(pointer);
    assertThat(noted).isEmpty();
  }

  @Test
  void p20AnotherWorkspacesRatingIsNotFollowedUp() {
    assertThat(followUp("w2", "c1", "{\"state\":\"done\"}").status()).isEqualTo(404);
  }

  private Response followUp(String workspace, String id, String body) {
    return Requests.to("PUT /v1/ratings/{id}/follow-up")
        .parameter("id", id)
        .claim("workspace", workspace)
        .claim("teammate", "t1")
        .claim("scope", "ratings/read")
        .body(body)
        .sentTo(function);
  }

  private boolean note(ConversationId conversation, FollowUp followUp) {
    noted.put(conversation, followUp);
    return pages.find(conversation).isPresent();
  }
}
