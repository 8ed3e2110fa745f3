package ratings.domain.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import ratings.domain.conversation.ConversationId;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;

/** Lives of conversations drawn at random, played on a store and on the reference model (P5). */
public final class RandomLives {
  private static final List<Integer> LIMITS = List.of(0, 1, 2, 24);
  private static final List<Duration> STEPS =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofMinutes(59),
          Duration.ofHours(1).minusMillis(1),
          Duration.ofHours(1),
          Duration.ofHours(23));

  private static final Line OTHER = SampleLine.widget("other").with("channel", "telegram").line();

  private final Ratings ratings;
  private final Conversations conversations;
  private final Deadlines deadlines;
  private final VirtualClock clock;
  private final Random random = new Random(20261121);
  private final List<Instant> closes = new ArrayList<>();

  public RandomLives(
      Ratings ratings, Conversations conversations, Deadlines deadlines, VirtualClock clock) {
    this.ratings = ratings;
    this.conversations = conversations;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  public void play(int lives) {
    for (int i = 0; i < lives; i++) {
      play("c" + i, pick(LIMITS), pick(LIMITS));
    }
  }

  private void play(String conversation, int rateHours, int changeHours) {
    var model = new ReferenceModel(rateHours, changeHours);
    var attempt = Attempts.at(conversation).within(rateHours, changeHours);
    closes.clear();
    int steps = 1 + random.nextInt(8);
    for (int step = 0; step < steps; step++) {
      clock.advance(pick(STEPS));
      step(attempt, model);
    }
    assertThat(stored(attempt)).isEqualTo(model.stored());
  }

  private void step(Attempts attempt, ReferenceModel model) {
    switch (random.nextInt(9)) {
      case 0 -> {
        ratings.show(attempt.line(), attempt.showing());
        model.show(clock.instant());
      }
      case 1, 2 -> close(attempt, model);
      case 3 -> {
        conversations.reopen(id(attempt));
        model.reopen();
      }
      case 4 -> deadlines.sweep(() -> true); // which no answer may depend on
      default -> submit(attempt, model);
    }
  }

  private void close(Attempts attempt, ReferenceModel model) {
    boolean eligible = random.nextInt(4) > 0;
    boolean other = random.nextInt(8) == 0;
    boolean again = random.nextInt(4) == 0 && !closes.isEmpty();
    var closedAt = again ? pick(closes) : clock.instant();
    closes.add(closedAt);
    var closing = Closings.at(closedAt).with("customers", eligible ? 1 : 2).make();
    var asked = conversations.close(other ? OTHER : attempt.line(), id(attempt), closing);

    assertThat(word(asked)).isEqualTo(model.close(eligible, other, closedAt));
  }

  private static String word(Asked asked) {
    return switch (asked) {
      case Asked.ByRequest _ -> "asked";
      case Asked.Not _ -> "not";
      case Asked.OfAnotherLine _ -> "unknown";
    };
  }

  private static ConversationId id(Attempts attempt) {
    return new ConversationId("acme", attempt.conversation());
  }

  private void submit(Attempts attempt, ReferenceModel model) {
    int score = 1 + random.nextInt(3);
    var comment = Optional.of("n" + random.nextInt(2)).filter(_ -> random.nextInt(3) == 0);
    var answer = new Answer(score, comment, Optional.empty(), List.of());

    assertThat(word(ratings.record(attempt.answer(answer).make())))
        .isEqualTo(model.submit(score, comment, clock.instant()));
  }

  private String stored(Attempts attempt) {
    return ratings
        .find(id(attempt))
        .flatMap(Standing::rating)
        .map(rating -> rating.answer().score() + ":" + rating.answer().feedback().orElse(""))
        .orElse("unrated");
  }

  private static String word(Recorded recorded) {
    return recorded instanceof Recorded.Refused refused
        ? refused.refusal().name()
        : recorded.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
