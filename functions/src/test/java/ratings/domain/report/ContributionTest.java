package ratings.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.Ending;
import ratings.domain.conversation.Obstacles;
import ratings.domain.conversation.Passage;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Standing;
import ratings.domain.score.Scale;

class ContributionTest {
  private static final Instant SENT = Instant.parse("2026-11-21T23:30:00Z");
  private static final Instant ANSWERED = SENT.plus(Duration.ofDays(3));
  private static final Windows OPEN = new Windows(Windows.OPEN, Windows.OPEN);
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final Optional<Instant> NEVER = Optional.empty();
  private static final Combination COMBINATION =
      new Combination(
          "shop",
          "telegram",
          Optional.of("north"),
          Optional.of("t1"),
          Optional.empty(),
          Optional.empty(),
          Scale.STARS5);

  @Test
  void r102WhoWasSentARequestIsAskedOnTheDayOfThat() {
    assertThat(of(asked(sent(NEVER)), unrated())).contains("2026-11-22 1/0/0 {}");
  }

  @Test
  void r96ARequestThatIsKnownToHaveArrivedIsDelivered() {
    assertThat(of(asked(sent(Optional.of(SENT))), unrated())).contains("2026-11-22 1/1/0 {}");
  }

  @Test
  void anAnswerBelongsToTheDayOnWhichItsCustomerWasAsked() {
    assertThat(of(asked(sent(NEVER)), rated(4))).contains("2026-11-22 1/1/1 {4=1}");
  }

  @Test
  void aRequestThatWaitsAsksNobodyYet() {
    assertThat(of(asked(Passage.NOT_BEGUN), unrated())).isEmpty();
  }

  @Test
  void r95R108ARequestThatFailedAskedNobody() {
    var failed = new Passage(Optional.of(SENT), NEVER, NEVER, Optional.of("blocked"));

    assertThat(of(asked(failed), unrated())).isEmpty();
    assertThat(of(asked(failed), rated(5))).contains("2026-11-22 1/1/1 {5=1}");
  }

  @Test
  void r56WhoSawThePromptIsAskedAndWhoRatesUnaskedAnsweredAtOnce() {
    assertThat(of(Optional.empty(), unrated())).contains("2026-11-22 1/1/0 {}");
    var unasked = standing(NEVER, Optional.empty(), rated(2));

    assertThat(Contribution.of(COMBINATION, unasked, ZONE).orElseThrow().day())
        .isEqualTo(LocalDate.ofInstant(ANSWERED, ZONE));
  }

  @Test
  void ofWhomNothingIsKnownNothingIsCounted() {
    var unheardOf = standing(NEVER, Optional.empty(), unrated());

    assertThat(Contribution.of(COMBINATION, unheardOf, ZONE)).isEmpty();
  }

  @Test
  void r106WhetherItWasResolvedIsCountedWhereItWasSaid() {
    var answer = new Answer(4, Optional.empty(), Optional.of(false), List.of());
    var standing = standing(Optional.of(SENT), Optional.empty(), rated(answer));
    var counts = Contribution.of(COMBINATION, standing, ZONE).orElseThrow().counts();

    assertThat(counts.unresolved()).isEqualTo(1);
    assertThat(counts.resolved()).isZero();
  }

  @Test
  void inAnotherZoneItBelongsToAnotherDayAndIsTheSameOtherwise() {
    var standing = standing(Optional.of(SENT), Optional.empty(), rated(4));
    var berlin = Contribution.of(COMBINATION, standing, ZONE).orElseThrow();

    assertThat(berlin.day()).isEqualTo(DAY);
    assertThat(berlin.in(ZoneOffset.UTC))
        .isEqualTo(Contribution.of(COMBINATION, standing, ZoneOffset.UTC).orElseThrow())
        .isNotEqualTo(berlin);
  }

  @Test
  void countsAddUpAndTakeAway() {
    var standing = standing(Optional.of(SENT), Optional.empty(), rated(4));
    var one = Contribution.of(COMBINATION, standing, ZONE).orElseThrow().counts();

    assertThat(one.plus(one).scores()).containsEntry(4, 2L);
    assertThat(one.plus(one).minus(one)).isEqualTo(one);
    assertThat(one.plus(one.negated()).isNone()).isTrue();
  }

  /** The day, how many are asked, delivered and answered, and the scores. */
  private static Optional<String> of(Optional<Closed> closed, Optional<Rating> rating) {
    return Contribution.of(COMBINATION, standing(Optional.of(SENT), closed, rating), ZONE)
        .map(
            it ->
                "%s %s/%s/%s %s"
                    .formatted(
                        it.day(),
                        it.counts().asked(),
                        it.counts().delivered(),
                        it.counts().answered(),
                        it.counts().scores()));
  }

  private static Standing standing(
      Optional<Instant> askedAt, Optional<Closed> closed, Optional<Rating> rating) {
    return new Standing(
        "shop", Scale.STARS5, OPEN, askedAt, false, closed, false, rating, List.of());
  }

  private static Optional<Closed> asked(Passage passage) {
    var request =
        new RequestToRate(
            "c1",
            "telegram",
            "How was it?",
            Optional.empty(),
            Scale.STARS5,
            SENT,
            OPEN,
            Delivery.SENT,
            Optional.empty(),
            passage);
    return Optional.of(new Closed(Ending.at(SENT), Obstacles.none(), Optional.of(request)));
  }

  private static Passage sent(Optional<Instant> deliveredAt) {
    return new Passage(Optional.of(SENT), deliveredAt, NEVER, Optional.empty());
  }

  private static Optional<Rating> unrated() {
    return Optional.empty();
  }

  private static Optional<Rating> rated(int score) {
    return rated(new Answer(score, Optional.empty(), Optional.empty(), List.of()));
  }

  private static Optional<Rating> rated(Answer answer) {
    return Optional.of(
        new Rating("c1", answer, ANSWERED, Optional.empty(), OPEN, Optional.empty()));
  }
}
