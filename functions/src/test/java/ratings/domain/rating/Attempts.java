package ratings.domain.rating;

import java.util.List;
import java.util.Optional;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;

/** Attempts with valid defaults, for tests. */
public record Attempts(
    Line line,
    String conversation,
    Answer answer,
    Customer customer,
    Optional<String> key,
    Source source,
    boolean isHurried) {
  private static final Customer NOBODY =
      new Customer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static Attempts at(String conversation) {
    return new Attempts(
        SampleLine.widget("site").line(),
        conversation,
        new Answer(4, Optional.empty(), Optional.empty(), List.of()),
        NOBODY,
        Optional.empty(),
        Source.WIDGET,
        false);
  }

  public Attempts by(Line other) {
    return new Attempts(other, conversation, answer, customer, key, source, isHurried);
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
    return new Attempts(line, conversation, other, customer, key, source, isHurried);
  }

  public Attempts of(Customer other) {
    return new Attempts(line, conversation, answer, other, key, source, isHurried);
  }

  public Attempts key(String other) {
    return new Attempts(
        line, conversation, answer, customer, Optional.of(other), source, isHurried);
  }

  public Attempts from(Source other) {
    return new Attempts(line, conversation, answer, customer, key, other, isHurried);
  }

  /** Handed in sooner than people do. */
  public Attempts hurried() {
    return new Attempts(line, conversation, answer, customer, key, source, true);
  }

  public Showing showing() {
    return new Showing(conversation, customer);
  }

  public Attempt make() {
    var submission =
        new Submission(
            conversation, answer, customer, Optional.empty(), Optional.empty(), Optional.empty());
    var attempt = Attempt.of(line, submission, key, source);
    return isHurried ? attempt.asHurried() : attempt;
  }
}
