package ratings.domain.rating;

import java.util.Optional;

/** What becomes of an attempt to rate a conversation that stands as it stands. */
public sealed interface Verdict {

  /** It is the conversation's first rating. */
  record Create(Standing next) implements Verdict {}

  /** It changes the rating: another score, the first feedback, another reason. */
  record Change(Standing next) implements Verdict {}

  /**
   * It says what is stored already, and nothing is to be written.
   *
   * @param receipt of the earlier submission, where both carried the same key
   */
  record Replay(Rating rating, Optional<Receipt> receipt) implements Verdict {}

  /**
   * It is refused, and nothing changes.
   *
   * @param stored the rating that stays, if there is one
   */
  record Refuse(Refusal refusal, Optional<Rating> stored) implements Verdict {}
}
