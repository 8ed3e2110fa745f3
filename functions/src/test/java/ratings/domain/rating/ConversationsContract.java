package ratings.domain.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.Ending;
import ratings.domain.conversation.Obstacle;
import ratings.domain.conversation.Obstacles;
import ratings.domain.conversation.Passage;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;
import ratings.domain.document.Timestamp;
import ratings.domain.settings.ClosingApp;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;

/** What every store promises of the ends of conversations. */
public abstract class ConversationsContract {
  private static final SampleLine SITE =
      SampleLine.widget("site").with("rateWithinHours", 24).with("changeWithinHours", 2);

  protected final VirtualClock clock = new VirtualClock();

  protected abstract Ratings ratings();

  protected abstract Conversations conversations();

  @Test
  void r13ACloseMakesOneRequestAndFreezesItsWindows() {
    var request = request(close("c1", Closings.at(now())));

    assertThat(request)
        .isEqualTo(
            new RequestToRate(
                "c1",
                "website",
                "Please rate the quality of service",
                Optional.empty(),
                SITE.line().scale(),
                now(),
                new Windows(hours(24), hours(2)),
                Delivery.SENT,
                Optional.empty(),
                Passage.NOT_BEGUN));
    assertThat(stored("c1").awaited()).isTrue();
  }

  @Test
  void theSameCloseIsAnsweredTheSameWhateverTheLineHasSince() {
    var first = close("c1", Closings.at(now()).teammate("t1"));
    clock.advance(Duration.ofMinutes(5));
    var changed = SITE.with("scale", "nps").with("delaySeconds", 60).with("collectRatings", false);

    assertThat(close(changed.line(), "c1", Closings.at(VirtualClock.START).teammate("t2")))
        .isEqualTo(first);
    assertThat(stored("c1").windows()).isEqualTo(new Windows(hours(24), hours(2)));
  }

  @Test
  void whatACloseTellsOfTheEndIsKeptWithItAndOnlyThat() {
    var told = Closings.at(now()).telling();
    var bare = Closings.at(now()).without("lastReplyAt").without("characters").without("customers");
    close("c1", told);
    close("c2", bare);

    assertThat(ending("c1")).isEqualTo(told.make().ending());
    assertThat(ending("c2")).isEqualTo(bare.make().ending());
  }

  @Test
  void theSameCloseToldAgainWithOtherFactsIsStillTheSame() {
    var told = Closings.at(now()).telling();
    close("c1", told);
    var before = stored("c1");

    close("c1", told.with("closedBy", "timeout").with("characters", 3).without("audience"));

    assertThat(stored("c1")).isEqualTo(before);
  }

  @Test
  void anotherCloseOfAConversationThatWasOpenAgainTellsItsOwnEnd() {
    close("c1", Closings.at(now()).telling());
    reopen("c1");
    clock.advance(Duration.ofMinutes(1));
    var again = Closings.at(now()).with("closedBy", "timeout").without("characters");
    close("c1", again.with("audience", "user"));

    assertThat(ending("c1")).isEqualTo(again.with("audience", "user").make().ending());
  }

  @Test
  void r30AnotherCloseOfAnAskedConversationAsksNoSecondTime() {
    close("c1", Closings.at(now()));
    var before = stored("c1");
    clock.advance(Duration.ofMinutes(5));

    assertThat(close("c1", Closings.at(now()))).isEqualTo(not(Obstacle.ALREADY_ASKED));
    assertThat(stored("c1")).isEqualTo(before);
  }

  @Test
  void r4R10AWorkflowsWindowsWinOverTheLines() {
    var workflow = Map.of("rateWithinHours", 48, "changeWithinHours", 3);

    assertThat(request(close("c1", Closings.at(now()).with("workflow", workflow))).windows())
        .isEqualTo(new Windows(hours(48), hours(3)));
  }

  @Test
  void r89ADelayCountsFromTheClose() {
    var line = SITE.with("delaySeconds", 60).line();
    var soon = request(close(line, "c1", Closings.at(now())));
    var late = request(close(line, "c2", Closings.at(now().minusSeconds(60))));

    assertThat(soon.sendAt()).isEqualTo(now().plusSeconds(60));
    assertThat(soon.delivery()).isEqualTo(Delivery.SCHEDULED);
    assertThat(late.sendAt()).isEqualTo(now());
    assertThat(late.delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void r23ASnoozedConversationStoresNothingAndUsesNothingUp() {
    var snoozed = Closings.at(now()).with("snoozed", true);

    assertThat(close("c1", snoozed)).isEqualTo(not(Obstacle.SNOOZED));
    assertThat(ratings().find(id("c1"))).isEmpty();
    assertThat(close("c1", Closings.at(now()))).isInstanceOf(Asked.ByRequest.class);
  }

  @Test
  void r23R25ASnoozedCloseToldOfAnAskedConversationSaysBoth() {
    close("c1", Closings.at(now()));
    clock.advance(Duration.ofMinutes(1));
    var snoozed = Closings.at(now()).with("snoozed", true);

    assertThat(close("c1", snoozed)).isEqualTo(not(Obstacle.ALREADY_ASKED, Obstacle.SNOOZED));
    assertThat(close(SampleLine.widget("other").line(), "c1", snoozed))
        .isEqualTo(new Asked.OfAnotherLine());
  }

  @Test
  void aDecisionAloneStoresNothing() {
    assertThat(conversations().decide(SITE.line(), id("c1"), Closings.at(now()).make()))
        .isInstanceOf(Asked.ByRequest.class);
    assertThat(ratings().find(id("c1"))).isEmpty();
  }

  @Test
  void r15WhereTheToggleIsOffNobodyIsAskedAndItsWindowsRunAllTheSame() {
    var off = SITE.with("collectRatings", false).line();

    assertThat(close(off, "c1", Closings.at(now()))).isEqualTo(not(Obstacle.RATINGS_OFF));
    assertThat(stored("c1").asked()).isFalse();
    clock.advance(Duration.ofHours(24));
    assertThat(rate("c1", 4))
        .isInstanceOfSatisfying(
            Recorded.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.RATING_WINDOW_OVER));
    assertThat(close(off, "c1", Closings.at(VirtualClock.START)))
        .isEqualTo(not(Obstacle.RATINGS_OFF));
  }

  @Test
  void r25EveryReasonNotToAskIsKeptWithTheClose() {
    var closing = Closings.at(now()).with("characters", 2).with("customers", 2);
    var answer = close("c1", closing);

    assertThat(answer).isEqualTo(not(Obstacle.TOO_SHORT, Obstacle.GROUP));
    assertThat(close("c1", closing)).isEqualTo(answer);
    assertThat(stored("c1").asked()).isFalse();
    assertThat(rate("c1", 4)).isInstanceOf(Recorded.Created.class);
  }

  @Test
  void r34AnAppThatClosesForUsIsKeptUntilAnotherCloseAsks() {
    var app = Map.of("name", "Polls", "url", "https://polls.example", "kind", "messenger");
    var line = SITE.with("closingApp", app).line();
    var obstacles =
        new Obstacles(
            List.of(Obstacle.TOO_SHORT, Obstacle.CUSTOM_APP),
            Optional.of(new ClosingApp("Polls", "https://polls.example")));

    assertThat(close(line, "c1", Closings.at(now()).with("characters", 2)))
        .isEqualTo(new Asked.Not(obstacles));
    assertThat(stored("c1").closed().map(Closed::obstacles)).contains(obstacles);
    clock.advance(Duration.ofMinutes(1));
    assertThat(close("c1", Closings.at(now()))).isInstanceOf(Asked.ByRequest.class);
    assertThat(stored("c1").closed().map(Closed::obstacles)).contains(Obstacles.none());
  }

  @Test
  void r95AnUndeliverableRequestAsksNobodyAndTheNextCloseMay() {
    var late = instagram().with("lastCustomerMessageAt", ago(Duration.ofHours(25)));
    var request = request(close("c1", late));

    assertThat(request.delivery()).isEqualTo(Delivery.UNDELIVERABLE);
    assertThat(request.deliveryReason()).contains("session-over");
    assertThat(request(close("c1", late))).isEqualTo(request);
    assertThat(stored("c1").asked()).isFalse();
    assertThat(stored("c1").closed().flatMap(Closed::request)).contains(request);

    clock.advance(Duration.ofMinutes(1));
    var again = request(close("c1", instagram().with("lastCustomerMessageAt", ago(Duration.ZERO))));
    assertThat(again.delivery()).isEqualTo(Delivery.SENT);
    assertThat(again.deliveryReason()).isEmpty();
    assertThat(stored("c1").asked()).isTrue();
    assertThat(stored("c1").closed().flatMap(Closed::request)).contains(again);
  }

  @Test
  void r95ARequestGivenBackTooLateIsUndeliverableButItsCustomerWasAskedBefore() {
    close("c1", instagram().with("lastCustomerMessageAt", ago(Duration.ZERO)));
    reopen("c1");
    var lastMessage = ago(Duration.ZERO);
    clock.advance(Duration.ofHours(25));

    var again = request(close("c1", instagram().with("lastCustomerMessageAt", lastMessage)));
    assertThat(again.delivery()).isEqualTo(Delivery.UNDELIVERABLE);
    assertThat(stored("c1").awaited()).isTrue();
  }

  @Test
  void aRatingIsTakenAfterACloseThatDoesNotGiveTheRequestBack() {
    close("c1", Closings.at(now()));
    reopen("c1");
    clock.advance(Duration.ofMinutes(1));

    assertThat(close("c1", Closings.at(now()).with("customers", 2))).isEqualTo(not(Obstacle.GROUP));
    assertThat(stored("c1").windows().rateUntil()).isEqualTo(hours(24).plusSeconds(60));
    assertThat(rate("c1", 4)).isInstanceOf(Recorded.Created.class);
  }

  @Test
  void d3AReopenedConversationsRequestIsGivenBackThoughACloseBetweenDidNotAsk() {
    close("c1", Closings.at(now()));
    reopen("c1");
    clock.advance(Duration.ofMinutes(1));
    close("c1", Closings.at(now()).with("customers", 2));
    reopen("c1");
    clock.advance(Duration.ofMinutes(1));

    assertThat(close("c1", Closings.at(now()))).isInstanceOf(Asked.ByRequest.class);
  }

  @Test
  void aCloseAfterAWidgetsRatingTakesNothingAway() {
    rate("c1", 4);
    clock.advance(Duration.ofHours(1));
    var before = stored("c1");

    var workflow = Map.of("rateWithinHours", 1, "changeWithinHours", 1);
    assertThat(close("c1", Closings.at(VirtualClock.START).with("workflow", workflow)))
        .isEqualTo(not(Obstacle.ALREADY_ASKED));
    assertThat(ending("c1")).isEqualTo(Closings.at(VirtualClock.START).make().ending());
    assertThat(stored("c1").windows()).isEqualTo(before.windows());
    assertThat(stored("c1").rating()).isEqualTo(before.rating());
    assertThat(rate("c1", 5)).isInstanceOf(Recorded.Changed.class);
  }

  @Test
  void d3AReopenedConversationsRequestIsWithdrawnAndGivenBackByItsNextClose() {
    var first = request(close("c1", Closings.at(now())));
    reopen("c1");
    assertThat(rate("c1", 4))
        .isInstanceOfSatisfying(
            Recorded.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.REQUEST_WITHDRAWN));
    clock.advance(Duration.ofHours(30));

    var again = request(close("c1", Closings.at(now())));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.windows()).isEqualTo(new Windows(hours(54), hours(32)));
    assertThat(rate("c1", 4)).isInstanceOf(Recorded.Created.class);
  }

  @Test
  void anAnsweredRequestStaysWhenTheConversationReopens() {
    close("c1", Closings.at(now()));
    rate("c1", 4);
    reopen("c1");
    clock.advance(Duration.ofMinutes(1));

    assertThat(close("c1", Closings.at(now()))).isEqualTo(not(Obstacle.ALREADY_ASKED));
    assertThat(rate("c1", 5)).isInstanceOf(Recorded.Changed.class);
  }

  @Test
  void theSameCloseToldAgainDoesNotGiveAWithdrawnRequestBack() {
    var first = close("c1", Closings.at(now()));
    reopen("c1");

    assertThat(close("c1", Closings.at(now()))).isEqualTo(first);
    assertThat(stored("c1").withdrawn()).isTrue();
  }

  @Test
  void reopeningWhatNobodyToldUsOfStoresNothing() {
    reopen("c1");

    assertThat(ratings().find(id("c1"))).isEmpty();
  }

  @Test
  void p22AConversationOfAnotherLineIsNotClosed() {
    rate("c1", 4);
    var before = stored("c1");
    var other = SampleLine.widget("other").line();

    assertThat(close(other, "c1", Closings.at(now()))).isEqualTo(new Asked.OfAnotherLine());
    assertThat(stored("c1")).isEqualTo(before);
  }

  @Test
  void p22AWidgetsPromptTakesNoConversationFromItsLine() {
    var telegram = SampleLine.widget("chat").with("channel", "telegram").with("scale", "nps");
    show("c1");
    clock.advance(Duration.ofMinutes(1));

    var request =
        request(close(telegram.line(), "c1", Closings.at(now()).with("channel", "telegram")));
    assertThat(request.channel()).isEqualTo("telegram");
    assertThat(request.scale()).isEqualTo(telegram.line().scale());
    assertThat(stored("c1").line()).isEqualTo("chat");
    assertThat(stored("c1").windows().bothEnd()).isFalse();
    assertThat(show("c1")).isFalse();
    assertThat(rate("c1", 4))
        .isInstanceOfSatisfying(
            Recorded.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_CONVERSATION));
  }

  @Test
  void p22AWidgetsPromptIsForgottenAlsoByACloseThatDoesNotAsk() {
    var chat = SampleLine.widget("chat").with("channel", "telegram").line();
    show("c1");
    reopen("c1");

    assertThat(close(chat, "c1", Closings.at(now()).with("customers", 2)))
        .isEqualTo(not(Obstacle.GROUP));
    assertThat(stored("c1").line()).isEqualTo("chat");
    assertThat(stored("c1").asked()).isFalse();
    assertThat(stored("c1").withdrawn()).isFalse();
  }

  @Test
  void aPromptIsTheRequestOnTheLineOfItsWidgetForAsLongAsThatIsOne() {
    show("c1");
    show("c2");

    assertThat(close("c1", Closings.at(now()))).isEqualTo(not(Obstacle.ALREADY_ASKED));
    assertThat(close(SITE.with("channel", "email").line(), "c2", Closings.at(now())))
        .isInstanceOf(Asked.ByRequest.class);
  }

  @Test
  void d3AnOldCloseToldAgainDoesNotGiveAWithdrawnRequestBack() {
    close("c1", Closings.at(now()));
    reopen("c1");
    clock.advance(Duration.ofMinutes(1));
    var latest = close("c1", Closings.at(now()));
    reopen("c1");

    assertThat(close("c1", Closings.at(VirtualClock.START))).isEqualTo(latest);
    assertThat(stored("c1").withdrawn()).isTrue();
    assertThat(stored("c1").windows().rateUntil()).isEqualTo(hours(24).plusSeconds(60));
  }

  protected final Asked close(String conversation, Closings closing) {
    return close(SITE.line(), conversation, closing);
  }

  protected static ConversationId id(String conversation) {
    return new ConversationId("acme", conversation);
  }

  protected final Recorded rate(String conversation, int score) {
    return ratings().record(Attempts.at(conversation).by(SITE.line()).score(score).make());
  }

  private Asked close(Line line, String conversation, Closings closing) {
    return conversations().close(line, id(conversation), closing.make());
  }

  private boolean show(String conversation) {
    return ratings().show(SITE.line(), Attempts.at(conversation).showing());
  }

  private void reopen(String conversation) {
    conversations().reopen(id(conversation));
  }

  private Standing stored(String conversation) {
    return ratings().find(id(conversation)).orElseThrow();
  }

  private Ending ending(String conversation) {
    return stored(conversation).closed().orElseThrow().ending();
  }

  private Closings instagram() {
    return Closings.at(now()).with("channel", "instagram");
  }

  private String ago(Duration duration) {
    return Timestamp.format(now().minus(duration));
  }

  private Instant now() {
    return clock.instant();
  }

  private static Instant hours(int hours) {
    return VirtualClock.START.plus(Duration.ofHours(hours));
  }

  private static RequestToRate request(Asked asked) {
    return ((Asked.ByRequest) asked).request();
  }

  private static Asked not(Obstacle... obstacles) {
    return new Asked.Not(Obstacles.only(obstacles));
  }
}
