package ratings.domain.rating;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.settings.Line;

/**
 * A submission on its way into the store.
 *
 * @param line the line that it came in by
 * @param key the idempotency key, where the caller sent one
 * @param digest fingerprint of what was submitted, where there is a key
 */
public record Attempt(
    Line line,
    Submission submission,
    Optional<String> key,
    Optional<String> digest,
    Source source) {

  public static Attempt of(Line line, Submission submission, Optional<String> key, Source source) {
    return new Attempt(line, submission, key, key.map(_ -> Receipt.digest(submission)), source);
  }

  public ConversationId conversation() {
    return new ConversationId(line.workspace(), submission.conversation());
  }

  public Answer answer() {
    return submission.answer();
  }

  /** What the conversation is to remember of this attempt. */
  public Optional<Receipt> receipt(Instant now) {
    return key.map(k -> new Receipt(k, digest.orElseThrow(), now));
  }
}
