package ratings.domain.webhook;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.Unavailable;

/** Where it is noted what became of letters that somebody wants to know of. */
public interface Receipts {

  /**
   * Notes the end of a letter's way.
   *
   * @param failure the code of why it did not arrive; nothing where it did
   * @throws Unavailable if it could not be noted
   */
  void note(Letter letter, Optional<String> failure, Instant at);
}
