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
 * @param protocol how the recipient is reached
 */
public record Notified(
    Optional<String> recipient,
    RecipientRole kind,
    Optional<String> who,
    Optional<String> protocol,
    Fate fate) {

  /** What became of it. */
  public enum Outcome {
    /** It was mailed by itself. */
    MAILED,
    /** It is part of the next digest. */
    DIGEST,
    /** It is on its way to an endpoint. */
    QUEUED,
    /** The endpoint has it. */
    DELIVERED,
    /**
     * The mailbox's owner has not agreed to be written to, or the endpoint said that it is gone.
     */
    UNCONFIRMED,
    /** The mail was refused for good, or the endpoint did not take it for about a day. */
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

  public static Notified of(Recipient recipient, Fate fate) {
    return new Notified(
        Optional.of(recipient.id()),
        recipient.kind(),
        recipient.who(),
        Optional.of(recipient.contact().protocol()),
        fate);
  }

  public static Notified nobody(RecipientRole role, Instant at) {
    return new Notified(
        Optional.empty(), role, Optional.empty(), Optional.empty(), Fate.of(Outcome.NOBODY, at));
  }

  public Outcome outcome() {
    return fate.outcome();
  }

  /** The same where this is what became of it in the end. */
  public Notified settled(Optional<Fate> end) {
    return end.map(it -> new Notified(recipient, kind, who, protocol, it)).orElse(this);
  }
}
