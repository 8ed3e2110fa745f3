package ratings.domain.rating;

import java.util.List;
import java.util.Optional;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;

/** Attempts with valid defaults, for tests. */
public record Attempts(Line line, String conversation, Answer answer, Optional<String> key) {
  private static final Customer NOBODY =
      new Customer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Attempts at(String conversation) {
    return new Attempts(
        SampleLine.widget("site").line(),
        conversation,
        new Answer(4, Optional.empty(), Optional.empty(), List.of()),
        Optional.empty());
  }

  public Attempts by(Line other) {
    return new Attempts(other, conversation, answer, key);
  }

  /** Limits of the line in hours; 0 is none. */
  public Attempts within(int rateHours, int changeHours) {
    var own = SampleLine.widget(line.id());
    var limited = rateHours > 0 ? own.with("rateWithinHours", rateHours) : own;
    return by((changeHours > 0 ? limited.with("changeWithinHours", changeHours) : limited).line());
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

  public Showing showing() {
    return new Showing(conversation, NOBODY);
  }

  public Attempt make() {
    var submission =
        new Submission(conversation, answer, NOBODY, Optional.empty(), Optional.empty());
    return Attempt.of(line, submission, key, Source.WIDGET);
  }
}
