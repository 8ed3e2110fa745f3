package ratings.domain.rating;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.score.Scale;
import ratings.domain.settings.Line;

/**
 * A submission on its way into the store.
 *
 * @param line the line that it came in by
 * @param key the idempotency key, where the caller sent one
 * @param digest fingerprint of what was submitted, where there is a key
 * @param hurried whether it was handed in sooner than people do
 * @param takenAt when it was taken, where its conversation is made for it alone and begins then: no
 *     clock need be read later
 */
public record Attempt(
    Line line,
    Submission submission,
    Optional<String> key,
    Optional<String> digest,
    Source source,
    boolean hurried,
    Optional<Instant> takenAt) {

  public static Attempt of(Line line, Submission submission, Optional<String> key, Source source) {
    var digest = key.map(_ -> Receipt.digest(submission));
    return new Attempt(line, submission, key, digest, source, false, Optional.empty());
  }

  /** The same, handed in sooner than people do. */
  public Attempt asHurried() {
    return new Attempt(line, submission, key, digest, source, true, takenAt);
  }

  /**
   * The same of a conversation that nobody else can know of, at an instant of whole milliseconds.
   */
  public Attempt takenAt(Instant now) {
    return new Attempt(line, submission, key, digest, source, hurried, Optional.of(now));
  }

  /** Whether it was answered on the scale that its conversation is rated on. */
  boolean isOn(Scale scale) {
    return submission.survey().filter(survey -> survey.scale() != scale).isEmpty();
  }

  public ConversationId conversation() {
    return new ConversationId(line.workspace(), submission.conversation());
  }

  Optional<Surveyed> surveyed() {
    return submission.survey().map(survey -> new Surveyed(survey, submission.customer()));
  }

  public Answer answer() {
    return submission.answer();
  }

  /** What the conversation is to remember of this attempt. */
  public Optional<Receipt> receipt(Instant now) {
    return key.map(k -> new Receipt(k, digest.orElseThrow(), now));
  }
}
