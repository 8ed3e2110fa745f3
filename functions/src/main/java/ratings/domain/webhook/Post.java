package ratings.domain.webhook;

import java.time.Instant;
import java.util.List;

/** Brings letters to endpoints. */
public interface Post {
  /** The reason of a failure that took its time. */
  String TOO_SLOW = "too-slow";

  /** What came of it. */
  sealed interface Answer {

    /** The endpoint has it. */
    record Taken() implements Answer {}

    /** The endpoint wants none any more. */
    record Gone() implements Answer {}

    /**
     * It did not arrive, or was refused.
     *
     * @param reason a code, which quotes neither endpoint nor answer
     */
    record Failed(String reason) implements Answer {}
  }

  /**
   * Brings one, signed with each of the secrets.
   *
   * @param endpoint the URL, which is judged anew, with all that its host resolves to
   * @param now the time that is signed
   */
  Answer bring(Letter letter, String endpoint, List<Secret> secrets, Instant now);
}
