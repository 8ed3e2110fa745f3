package ratings.functions.page;

import java.time.Duration;
import java.time.Instant;
import ratings.domain.signing.Seal;
import ratings.domain.signing.Signatures;

/**
 * When a page was made, sealed into its form: nobody reads a page, answers and presses its button
 * within two seconds but a machine that opens links.
 */
final class PageTime {
  private static final Duration FASTEST = Duration.ofSeconds(2);
  private static final String PURPOSE = "page:";

  private final Seal seal;

  PageTime(Signatures signatures) {
    this.seal = new Seal(signatures);
  }

  /** The seal of a page that is made now, for one link. */
  String seal(String token, Instant now) {
    return seal.close(Long.toString(now.toEpochMilli()), PURPOSE + token);
  }

  /** The same seal for the next page, so that its customer's time counts on; or a new one. */
  String kept(SentForm form, String token, Instant now) {
    return isOurs(form.made(), token) ? form.made() : seal(token, now);
  }

  /**
   * Whether the button was pressed too soon, or its time is not ours. A form without a time was
   * made by hand, and tells nothing.
   */
  boolean isHurried(SentForm form, String token, Instant now) {
    return !form.made().isEmpty()
        && seal.open(form.made(), PURPOSE + token)
            .map(made -> Instant.ofEpochMilli(Long.parseLong(made)).plus(FASTEST))
            .filter(earliest -> !now.isBefore(earliest))
            .isEmpty();
  }

  private boolean isOurs(String made, String token) {
    return seal.open(made, PURPOSE + token).isPresent();
  }
}
