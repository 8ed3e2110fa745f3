package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.alert.Alert;
import ratings.domain.alert.Notice;
import ratings.domain.conversation.Windows;
import ratings.domain.outbox.Waiting.LowRating;
import ratings.domain.outbox.Waiting.Unreadable;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.Deadlines.Swept;
import ratings.domain.score.Scale;
import ratings.domain.settings.SampleLine;

/** What a low rating leaves at its conversation until it is announced. */
class LowRatingsTest {
  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final LowRatings ratings = new LowRatings(table);

  @Test
  void d7ALowRatingWaitsToBeAnnouncedAndIsDueInTwoMinutes() {
    ratings.record(Attempts.at("c1").score(2));

    assertThat(ratings.item("c1"))
        .containsEntry(RatingItem.NOTIFY, Attributes.text("2 responsible,supervisor plain acme"))
        .containsEntry(
            RatingItem.DUE_SK,
            Attributes.text(RatingItem.dueSort(ratings.now().plus(Duration.ofMinutes(2)))))
        .containsKey(RatingItem.DUE_PK);
  }

  @Test
  void anyOtherRatingDoesNot() {
    ratings.record(Attempts.at("c1").score(3));

    assertThat(ratings.item("c1"))
        .doesNotContainKeys(RatingItem.NOTIFY, RatingItem.DUE_PK, RatingItem.DUE_SK);
  }

  @Test
  void whatIsFoundIsWhatIsToBeSaid() {
    var line =
        SampleLine.widget("site")
            .with("chatHistoryUrlTemplate", "https://chat.example/{conversationId}")
            .with("lowRating", Map.of("includeFeedback", true, "recipients", List.of("group")));
    ratings.record(Attempts.at("c1").by(line.line()).score(1).feedback("slow"));

    var waiting = ratings.waiting("c1");

    assertThat(waiting.end()).isEqualTo(Windows.OPEN);
    var alert = waiting.alert();
    assertThat(alert.conversation()).isEqualTo("c1");
    assertThat(alert.notice().workspace()).isEqualTo("acme");
    assertThat(alert.line()).isEqualTo("site");
    assertThat(alert.channel()).isEqualTo("website");
    assertThat(alert.chatHistoryUrl()).contains("https://chat.example/c1");
    assertThat(alert.recordedAt()).isEqualTo(ratings.now());
    assertThat(alert.quoted()).contains("slow");
    assertThat(alert.recipients()).containsExactly("group");
  }

  @Test
  void peopleAreThoseOfTheClose() {
    ratings.close("c1");
    ratings.record(Attempts.at("c1").score(1));

    var alert = ratings.waiting("c1").alert();

    assertThat(alert.people().teammate()).contains("t1");
    assertThat(alert.people().teammateName()).contains("Bo t1");
    assertThat(alert.people().team()).contains("north");
    assertThat(alert.recipients())
        .containsExactly("responsible", "responsible:m1", "supervisor", "supervisor:m2");
  }

  @Test
  void onceAnnouncedItWaitsForItsWindowsAgain() {
    ratings.record(Attempts.at("c1").score(1));
    ratings.record(Attempts.at("c2").within(1, 1).score(1));
    ratings.announceAll();

    assertThat(ratings.published()).extracting(Alert::conversation).contains("c1", "c2");
    assertThat(ratings.item("c1")).doesNotContainKeys(RatingItem.DUE_PK, RatingItem.DUE_SK);
    assertThat(ratings.item("c2"))
        .containsKey(RatingItem.DUE_PK)
        .containsEntry(
            RatingItem.DUE_SK,
            Attributes.text(RatingItem.dueSort(ratings.now().plus(Duration.ofHours(1)))));
    assertThat(ratings.item("c1").get(RatingItem.NOTIFY)).isEqualTo(Attributes.time(ratings.now()));
    assertThat(ratings.found("c1", "c2")).isEmpty();
  }

  @Test
  void aChangeThatMakesItLowForTheFirstTimeIsAnnounced() {
    ratings.record(Attempts.at("c1").score(5));
    ratings.announceAll();
    ratings.record(Attempts.at("c1").score(2));
    ratings.announceAll();

    assertThat(ratings.published()).extracting(alert -> alert.notice().score()).containsExactly(2);
  }

  @Test
  void whatWasLowBeforeIsNotAnnouncedAgain() {
    ratings.record(Attempts.at("c1").score(2));
    ratings.announceAll();
    ratings.record(Attempts.at("c1").score(1));
    ratings.announceAll();
    ratings.record(Attempts.at("c1").score(5));
    ratings.record(Attempts.at("c1").score(1));
    ratings.announceAll();

    assertThat(ratings.published()).extracting(alert -> alert.notice().score()).containsExactly(2);
    assertThat(ratings.after(Duration.ofMinutes(3))).isEqualTo(new Swept(0, 0, 1, 0));
    assertThat(ratings.item("c1")).doesNotContainKey(RatingItem.DUE_PK);
  }

  @Test
  void whatChangesBeforeItIsAnnouncedIsAnnouncedOnceAndSaysSo() {
    ratings.record(Attempts.at("c1").score(1));
    ratings.record(Attempts.at("c1").score(4));
    ratings.announceAll();

    assertThat(ratings.published())
        .singleElement()
        .extracting(Alert::text)
        .asString()
        .contains("rated 1 of 5", "changed to 4 of 5");
  }

  @Test
  void ofWhatHappenedLongAgoNobodyIsTold() {
    ratings.recordSilently(Attempts.at("c1").score(1));

    assertThat(ratings.item("c1")).doesNotContainKeys(RatingItem.NOTIFY, RatingItem.DUE_PK);
  }

  @Test
  void p9WhatIsNotAnnouncedInTimeIsBroughtUpMoreAndMoreRarely() {
    ratings.record(Attempts.at("c1").score(1));
    var first = ratings.item("c1").get(RatingItem.DUE_SK);
    assertThat(ratings.after(Duration.ofMinutes(1))).isEqualTo(Swept.NOTHING);

    assertThat(ratings.after(Duration.ofMinutes(1))).isEqualTo(new Swept(0, 0, 0, 1));
    assertThat(ratings.item("c1").get(RatingItem.DUE_SK)).isNotEqualTo(first);
    assertThat(ratings.after(Duration.ofMinutes(1))).isEqualTo(Swept.NOTHING);
    assertThat(ratings.after(Duration.ofMinutes(1)).reminded()).isEqualTo(1);
    assertThat(ratings.after(Duration.ofMinutes(3))).isEqualTo(Swept.NOTHING);
    assertThat(ratings.after(Duration.ofMinutes(1)).reminded()).isEqualTo(1);
    ratings.after(Duration.ofDays(1));
    assertThat(ratings.after(Duration.ofMinutes(15)).reminded()).isEqualTo(1);
  }

  @Test
  void p4AWindowIsClosedInTimeThoughNobodyCouldBeTold() {
    ratings.record(Attempts.at("c1").within(1, 1).score(1));

    assertThat(ratings.after(Duration.ofHours(1))).isEqualTo(new Swept(1, 0, 0, 1));
    assertThat(ratings.item("c1"))
        .containsEntry(RatingItem.STATE, Attributes.text(RatingItem.CLOSED))
        .containsKey(RatingItem.DUE_SK);
    ratings.announceAll();
    assertThat(ratings.published()).hasSize(1);
    assertThat(ratings.after(Duration.ofMinutes(1))).isEqualTo(new Swept(1, 0, 0, 0));
    assertThat(ratings.item("c1")).doesNotContainKey(RatingItem.DUE_SK);
  }

  @Test
  void p7WhatCannotBeReadIsFoundAsThat() {
    ratings.record(Attempts.at("c1").score(1));
    ratings.record(Attempts.at("c2").score(1));
    ratings.spoil("c1", RatingItem.NOTIFY, Attributes.text("rubbish"));
    ratings.spoil("c2", RatingItem.SCALE, Attributes.text("rubbish"));

    assertThat(ratings.found("c1", "c2"))
        .containsExactlyInAnyOrder(
            new Unreadable(LowRatings.key("c1")), new Unreadable(LowRatings.key("c2")));
    ratings.outbox().abandon(LowRatings.key("c1"));
    assertThat(ratings.found("c1")).isEmpty();
  }

  @Test
  void manyAreFoundAtOnce() {
    for (int i = 0; i < 120; i++) {
      ratings.record(Attempts.at("c" + i).score(1));
    }

    assertThat(ratings.found(ratings.conversations()))
        .hasSize(120)
        .allMatch(LowRating.class::isInstance);
    assertThat(ratings.found("unheard-of")).isEmpty();
  }

  @Test
  void aNoticeIsReadAsItWasWritten() {
    var line = SampleLine.widget("site").of("a#b,%");
    var silent = line.with("lowRating", Map.of("recipients", List.of()));
    var attempt = Attempts.at("c1").by(silent.line()).score(1).make();
    var written = Notice.of(attempt, Scale.STARS5).orElseThrow();

    assertThat(NoticeText.read(NoticeText.write(written))).isEqualTo(written);
    assertThatThrownBy(() -> NoticeText.read("1 group plain"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
