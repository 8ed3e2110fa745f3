package ratings.domain.notification;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.notification.Notified.Outcome;

/**
 * What became of an alert for one recipient.
 *
 * @param reason the code of why it failed
 */
public record Fate(Outcome outcome, Optional<String> reason, Instant at) {

  public static Fate of(Outcome outcome, Instant at) {
    return new Fate(outcome, Optional.empty(), at);
  }

  public static Fate failed(String reason, Instant at) {
    return new Fate(Outcome.FAILED, Optional.of(reason), at);
  }
}
