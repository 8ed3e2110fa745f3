package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.Deadlines.Swept;
import ratings.domain.rating.Source;

/** Ratings that machines may have given: stored like all others, and announced later. */
class SuspectRatingsTest {
  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final LowRatings ratings = new LowRatings(table);

  @Test
  void aSuspectRatingIsStoredListedAndFlaggedAtOnce() {
    ratings.record(Attempts.at("c1").score(1).from(Source.PAGE).hurried());

    assertThat(ratings.item("c1"))
        .containsEntry(RatingItem.SUSPECT, Attributes.flag(true))
        .containsEntry(RatingItem.SCORE, Attributes.number(1))
        .containsKeys(RatingItem.TIME_PK, RatingItem.TIME_SK);
  }

  @Test
  void onlyItsAlertWaitsForAMinute() {
    ratings.record(Attempts.at("c1").score(1).from(Source.PAGE).hurried());
    ratings.announceAll();
    assertThat(ratings.published()).isEmpty();
    assertThat(ratings.after(Duration.ofMillis(59_999))).isEqualTo(Swept.NOTHING);

    assertThat(ratings.after(Duration.ofMillis(1))).isEqualTo(new Swept(0, 0, 0, 1));
    ratings.announceAll();

    assertThat(ratings.published())
        .singleElement()
        .satisfies(alert -> assertThat(alert.notice().score()).isEqualTo(1));
    ratings.announceAll();
    assertThat(ratings.published()).hasSize(1);
    assertThat(ratings.item("c1")).doesNotContainKeys(RatingItem.HELD, RatingItem.DUE_PK);
  }

  @Test
  void severalScoresWithinTenSecondsAreSuspect() {
    ratings.record(Attempts.at("c1").score(5).from(Source.PAGE));
    ratings.after(Duration.ofMillis(9_999));
    ratings.record(Attempts.at("c1").score(4).from(Source.PAGE));
    assertThat(ratings.item("c1")).containsKey(RatingItem.SUSPECT);

    ratings.record(Attempts.at("c2").score(5).from(Source.PAGE));
    ratings.after(Duration.ofSeconds(10));
    ratings.record(Attempts.at("c2").score(4).from(Source.PAGE));
    assertThat(ratings.item("c2")).doesNotContainKey(RatingItem.SUSPECT);
    assertThat(ratings.item("c2")).containsEntry(RatingItem.SCORE, Attributes.number(4));
  }

  @Test
  void p1OfSeveralScoresAtOnceNoneSlipsThrough() {
    for (int round = 0; round < 5; round++) {
      var attempt = Attempts.at("c" + round).from(Source.PAGE);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int score = 1; score <= 5; score++) {
          var other = attempt.score(score);
          threads.execute(() -> ratings.record(other));
        }
      }
      assertThat(ratings.item("c" + round)).containsKey(RatingItem.SUSPECT);
    }
  }

  @Test
  void whoSaysMoreOfTheSameScoreIsNotSuspect() {
    ratings.record(Attempts.at("c1").score(1).from(Source.PAGE));
    ratings.record(Attempts.at("c1").score(1).feedback("slow").from(Source.PAGE));

    assertThat(ratings.item("c1")).doesNotContainKey(RatingItem.SUSPECT);
  }

  @Test
  void whoTapsTwiceInAWidgetIsNotSuspect() {
    ratings.record(Attempts.at("c1").score(4));
    ratings.record(Attempts.at("c1").score(1));

    assertThat(ratings.item("c1")).doesNotContainKeys(RatingItem.SUSPECT, RatingItem.HELD);
  }

  @Test
  void whoIsBelievedAfterAllIsHeardAtOnce() {
    ratings.record(Attempts.at("c1").score(1).from(Source.PAGE).hurried());
    ratings.record(Attempts.at("c1").score(1).feedback("slow").from(Source.PAGE));
    ratings.announceAll();

    assertThat(ratings.published()).hasSize(1);
    assertThat(ratings.item("c1")).doesNotContainKey(RatingItem.HELD);
  }

  @Test
  void whatWasAnnouncedIsNotAnnouncedAgainForBeingSuspect() {
    ratings.record(Attempts.at("c1").score(1).from(Source.PAGE));
    ratings.announceAll();
    ratings.record(Attempts.at("c1").score(2).from(Source.PAGE));
    ratings.after(Duration.ofMinutes(2));
    ratings.announceAll();

    assertThat(ratings.published()).hasSize(1);
    ratings.after(Duration.ofMinutes(30));
    assertThat(ratings.item("c1")).doesNotContainKeys(RatingItem.HELD, RatingItem.DUE_PK);
  }

  @Test
  void p9WhatIsHeldBackIsNotForgottenWhenItsWindowsEnd() {
    var line = Attempts.at("c1").within(1, 1);
    ratings.record(line.score(5).from(Source.PAGE));
    ratings.after(Duration.ofMinutes(59));
    ratings.record(line.score(1).from(Source.PAGE).hurried());

    assertThat(ratings.after(Duration.ofMinutes(1))).isEqualTo(new Swept(1, 0, 0, 1));
    ratings.announceAll();

    assertThat(ratings.published()).hasSize(1);
    assertThat(ratings.item("c1")).containsKey(RatingItem.STATE);
  }
}
