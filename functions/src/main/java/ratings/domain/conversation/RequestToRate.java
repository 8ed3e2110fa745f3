package ratings.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratings.domain.score.Scale;

/**
 * The request to rate a conversation: one each, ever (R30). What it says is frozen when it is made.
 *
 * @param id the conversation's
 * @param channel the conversation's own, by which the request goes out (R94)
 * @param language the customer's, as the platform gave it, if it did
 * @param sendAt from when the customer is to see it
 * @param deliveryReason code of why it does not reach the customer, where it does not (R108)
 */
public record RequestToRate(
    String id,
    String channel,
    String text,
    Optional<String> language,
    Scale scale,
    Instant sendAt,
    Windows windows,
    Delivery delivery,
    Optional<String> deliveryReason) {
  /** The channel lets nothing through so long after the customer's last message (R95). */
  public static final String SESSION_OVER = "session-over";

  private static final Duration AFTER_THE_END = Duration.ofDays(30);
  private static final Duration WITHOUT_AN_END = Duration.ofDays(400);

  /** Whether its customer is asked by it: one that cannot arrive asks nobody. */
  public boolean asks() {
    return delivery != Delivery.UNDELIVERABLE;
  }

  /**
   * When its link dies: 30 days past the later end of its windows, so that a late customer is told
   * the truth, and never sooner than 400 days where one of them has no end.
   */
  public Instant linkUntil() {
    var past = windows.lastEnd().plus(AFTER_THE_END);
    var openUntil = sendAt.plus(WITHOUT_AN_END);
    return windows.bothEnd() || past.isAfter(openUntil) ? past : openUntil;
  }
}
