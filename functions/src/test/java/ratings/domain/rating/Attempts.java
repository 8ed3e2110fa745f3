package ratings.domain.rating;

import java.util.List;
import java.util.Optional;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;

/** Attempts with valid defaults, for tests. */
public record Attempts(Line line, String conversation, Answer answer, Optional<String> key) {

  public static Attempts at(String conversation) {
    return new Attempts(
        line("site", Optional.empty(), Optional.empty()),
        conversation,
        new Answer(4, Optional.empty(), Optional.empty(), List.of()),
        Optional.empty());
  }

  public static Line line(String id, Optional<Integer> rateWithin, Optional<Integer> changeWithin) {
    return SampleLine.widget(id)
        .with("rateWithinHours", rateWithin.orElse(null))
        .with("changeWithinHours", changeWithin.orElse(null))
        .line();
  }

  public Attempts by(Line other) {
    return new Attempts(other, conversation, answer, key);
  }

  /** Limits of the line in hours; 0 is none. */
  public Attempts within(int rateHours, int changeHours) {
    return by(line(line.id(), hours(rateHours), hours(changeHours)));
  }

  public Attempts score(int score) {
    return answer(new Answer(score, answer.feedback(), answer.resolved(), answer.reasons()));
  }

  public Attempts feedback(String feedback) {
    return answer(
        new Answer(answer.score(), Optional.of(feedback), answer.resolved(), answer.reasons()));
  }

  public Attempts answer(Answer other) {
    return new Attempts(line, conversation, other, key);
  }

  public Attempts key(String other) {
    return new Attempts(line, conversation, answer, Optional.of(other));
  }

  public Attempt make() {
    var nobody =
        new Customer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    var submission =
        new Submission(conversation, answer, nobody, Optional.empty(), Optional.empty());
    return new Attempt(line, submission, key, Source.WIDGET);
  }

  private static Optional<Integer> hours(int hours) {
    return Optional.of(hours).filter(h -> h > 0);
  }
}
