package ratings.domain.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.settings.RecipientRole;

/**
 * What became of an alert for one who was to hear of it.
 *
 * @param recipient nobody for a role that nobody is subscribed for
 * @param who the person or group that the recipient stands for
 */
public record Notified(
    Optional<String> recipient,
    RecipientRole kind,
    Optional<String> who,
    Outcome outcome,
    Instant at) {

  /** What became of it. */
  public enum Outcome {
    /** It was mailed by itself. */
    MAILED,
    /** It is part of the next digest. */
    DIGEST,
    /** The mailbox's owner has not agreed to be written to. */
    UNCONFIRMED,
    /** The mail was refused for good. */
    FAILED,
    /** There is nobody for the role. */
    NOBODY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> of(String code) {
      for (var outcome : values()) {
        if (outcome.code().equals(code)) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }
  }

  public static Notified of(Recipient recipient, Outcome outcome, Instant at) {
    return new Notified(
        Optional.of(recipient.id()), recipient.kind(), recipient.who(), outcome, at);
  }

  static Notified nobody(RecipientRole role, Instant at) {
    return new Notified(Optional.empty(), role, Optional.empty(), Outcome.NOBODY, at);
  }
}
