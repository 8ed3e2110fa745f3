package ratings.domain.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.ConversationId;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;

/** What every store of conversations promises. */
public abstract class RatingsContract {
  private static final String KEY = "0123456789abcdef";

  protected final VirtualClock clock = new VirtualClock();
  private Ratings ratings;

  /** An empty store that reads the clock. */
  protected abstract Ratings store();

  @Test
  void theFirstAnswerCreatesTheRating() {
    assertThat(record(at("c1")))
        .isEqualTo(new Recorded.Created(stored("c1").rating().orElseThrow(), VirtualClock.START));
    assertThat(stored("c1").rating().orElseThrow().answer()).isEqualTo(at("c1").answer());
  }

  @Test
  void theSameAgainIsAReplayAndWritesNothing() {
    record(at("c1").feedback("slow"));
    clock.advance(Duration.ofHours(1));
    var before = stored("c1");

    assertThat(record(at("c1"))).isInstanceOf(Recorded.Replayed.class);
    assertThat(record(at("c1").feedback("slow"))).isInstanceOf(Recorded.Replayed.class);
    assertThat(stored("c1")).isEqualTo(before);
  }

  @Test
  void theSameAgainIsAReplayAlsoAfterTheWindow() {
    record(at("c1").within(1, 1));
    clock.advance(Duration.ofHours(2));

    assertThat(record(at("c1").within(1, 1))).isInstanceOf(Recorded.Replayed.class);
  }

  @Test
  void r11WithoutLimitsAnotherScoreChangesItAnyTimeAndKeepsWhenItWasRecorded() {
    record(at("c1"));
    clock.advance(Duration.ofDays(90));
    record(at("c1").score(1));

    var rating = stored("c1").rating().orElseThrow();
    assertThat(rating.answer().score()).isEqualTo(1);
    assertThat(rating.recordedAt()).isEqualTo(VirtualClock.START);
    assertThat(rating.changedAt()).contains(VirtualClock.START.plus(Duration.ofDays(90)));
  }

  @Test
  void r22FeedbackIsASecondStepAndWhatIsLeftOutStays() {
    record(at("c1").answer(new Answer(2, Optional.empty(), Optional.of(false), List.of("slow"))));
    clock.advance(Duration.ofSeconds(9));

    assertThat(record(at("c1").score(2).feedback("too long"))).isInstanceOf(Recorded.Changed.class);
    assertThat(stored("c1").rating().orElseThrow().answer())
        .isEqualTo(new Answer(2, Optional.of("too long"), Optional.of(false), List.of("slow")));
  }

  @Test
  void r1NothingChangesAfterFeedbackWasLeft() {
    record(at("c1").score(5).feedback("x"));
    clock.advance(Duration.ofSeconds(1));

    assertThat(refusal(at("c1").score(1))).isEqualTo(Refusal.RATING_LOCKED);
    assertThat(refusal(at("c1").score(5).feedback("y"))).isEqualTo(Refusal.RATING_LOCKED);
    assertThat(
            refusal(at("c1").answer(new Answer(5, Optional.empty(), Optional.of(true), List.of()))))
        .isEqualTo(Refusal.RATING_LOCKED);
    assertThat(stored("c1").rating().orElseThrow().answer().score()).isEqualTo(5);
  }

  @Test
  void r2AFirstRatingIsTakenStrictlyBeforeTheEndOfItsWindow() {
    show(at("c1").within(24, 0));
    show(at("c2").within(24, 0));
    clock.set(VirtualClock.START.plus(Duration.ofHours(24)).minusMillis(1));
    assertThat(record(at("c1").within(24, 0))).isInstanceOf(Recorded.Created.class);
    clock.advance(Duration.ofMillis(1));

    assertThat(refusal(at("c2").within(24, 0))).isEqualTo(Refusal.RATING_WINDOW_OVER);
    assertThat(stored("c2").rating()).isEmpty();
  }

  @Test
  void r5R9AChangeIsRefusedOnceTheTimeSinceTheCloseHasPassed() {
    show(at("c1").within(0, 2));
    clock.advance(Duration.ofMinutes(119));
    record(at("c1").within(0, 2));
    clock.advance(Duration.ofMinutes(1));

    assertThat(refusal(at("c1").within(0, 2).score(1))).isEqualTo(Refusal.CHANGE_WINDOW_OVER);
    assertThat(stored("c1").rating().orElseThrow().answer().score()).isEqualTo(4);
  }

  @Test
  void r7APassedChangeLimitDoesNotBlockAFirstRating() {
    show(at("c1").within(0, 1));
    clock.advance(Duration.ofHours(5));

    assertThat(record(at("c1").within(0, 1))).isInstanceOf(Recorded.Created.class);
  }

  @Test
  void windowsStandAsTheyWereWhenTheConversationEnded() {
    show(at("c1").within(1, 1));
    clock.advance(Duration.ofHours(2));

    assertThat(refusal(at("c1"))).isEqualTo(Refusal.RATING_WINDOW_OVER);
  }

  @Test
  void p22AConversationOfAnotherLineIsUnknown() {
    record(at("c1"));
    var other = SampleLine.widget("other").line();

    assertThat(refusal(at("c1").by(other).score(1))).isEqualTo(Refusal.UNKNOWN_CONVERSATION);
    assertThat(ratings().show(other, at("c1").showing())).isFalse();
    assertThat(stored("c1").line()).isEqualTo("site");
  }

  @Test
  void aConversationKeepsTheScaleItWasAskedOn() {
    show(at("c1"));

    assertThat(record(at("c1").by(thumbs()).score(4))).isInstanceOf(Recorded.Created.class);
    assertThat(refusal(at("c1").by(thumbs()).score(0))).isEqualTo(Refusal.NOT_OF_SCALE);
    assertThat(refusal(at("c2").by(thumbs()).score(4))).isEqualTo(Refusal.NOT_OF_SCALE);
    assertThat(ratings().find(new ConversationId("acme", "c2"))).isEmpty();
  }

  @Test
  void aRetryWithItsKeyIsAnsweredAsTheFirstTimeWhateverCameBetween() {
    var first = record(at("c1").key(KEY));
    clock.advance(Duration.ofSeconds(1));
    record(at("c1").score(1).feedback("no").key("another-key-of-ours"));

    assertThat(record(at("c1").key(KEY)))
        .isInstanceOfSatisfying(
            Recorded.Replayed.class,
            replayed -> {
              assertThat(replayed.receipt().orElseThrow().at()).isEqualTo(first.at());
              assertThat(replayed.rating().answer()).isEqualTo(at("c1").answer());
            });
  }

  @Test
  void aChangeInTheMillisecondOfTheFirstRecordIsAChangeAndSoIsItsReplay() {
    record(at("c1").key(KEY));
    var change = record(at("c1").score(1).key("another-key-of-ours"));

    assertThat(change).isInstanceOf(Recorded.Changed.class);
    assertThat(stored("c1").rating().orElseThrow().changedAt()).contains(change.at());
    assertThat(record(at("c1").score(1).key("another-key-of-ours")))
        .isInstanceOfSatisfying(
            Recorded.Replayed.class,
            replayed ->
                assertThat(replayed.receipt().orElseThrow().at())
                    .isAfter(replayed.rating().recordedAt()));
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    record(at("c1").key(KEY));

    assertThat(refusal(at("c1").score(1).key(KEY))).isEqualTo(Refusal.KEY_REUSED);
    assertThat(record(at("c2").score(1).key(KEY))).isInstanceOf(Recorded.Created.class);
  }

  @Test
  void theLastFourKeysAreRemembered() {
    for (int i = 1; i <= 5; i++) {
      clock.advance(Duration.ofSeconds(1));
      record(at("c1").score(i).key(KEY + i));
    }

    assertThat(stored("c1").receipts())
        .extracting(Receipt::key)
        .containsExactly(KEY + 5, KEY + 4, KEY + 3, KEY + 2);
    assertThat(refusal(at("c1").score(3).key(KEY + 2))).isEqualTo(Refusal.KEY_REUSED);
  }

  @Test
  void beingShownThePromptAgainChangesNothing() {
    assertThat(show(at("c1").within(1, 0))).isTrue();
    clock.advance(Duration.ofMinutes(30));
    assertThat(show(at("c1").within(1, 0))).isTrue();

    assertThat(stored("c1").asked()).isTrue();
    assertThat(stored("c1").windows().rateUntil())
        .isEqualTo(VirtualClock.START.plus(Duration.ofHours(1)));
  }

  @Test
  void r56WhoLeavesWithoutRatingWasAskedAndStoresNothing() {
    show(at("c1"));

    assertThat(stored("c1").asked()).isTrue();
    assertThat(stored("c1").rating()).isEmpty();
  }

  @Test
  void p20TheSameIdInAnotherWorkspaceIsAnotherConversation() {
    record(at("c1"));

    assertThat(ratings().find(new ConversationId("globex", "c1"))).isEmpty();
  }

  protected final Ratings ratings() {
    if (ratings == null) {
      ratings = store();
    }
    return ratings;
  }

  private static Attempts at(String conversation) {
    return Attempts.at(conversation);
  }

  private static Line thumbs() {
    return SampleLine.widget("site").with("scale", "thumbs").line();
  }

  private Recorded record(Attempts attempt) {
    return ratings().record(attempt.make());
  }

  private boolean show(Attempts attempt) {
    return ratings().show(attempt.line(), attempt.showing());
  }

  private Refusal refusal(Attempts attempt) {
    return ((Recorded.Refused) record(attempt)).refusal();
  }

  private Standing stored(String conversation) {
    return ratings().find(new ConversationId("acme", conversation)).orElseThrow();
  }
}
