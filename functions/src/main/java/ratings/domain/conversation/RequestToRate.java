package ratings.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratings.domain.score.Scale;

/**
 * The request to rate a conversation: one each, ever (R30). What it says is frozen when it is made,
 * and so is the answer to the close that made it; its passage goes on.
 *
 * @param id the conversation's
 * @param channel the conversation's own, by which the request goes out (R94)
 * @param language the customer's, as the platform gave it, if it did
 * @param sendAt from when the customer is to see it
 * @param deliveryReason code of why it does not reach the customer, where it does not (R108)
 * @param passage what became of it since
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
    Optional<String> deliveryReason,
    Passage passage) {
  /** The channel lets nothing through so long after the customer's last message (R95). */
  public static final String SESSION_OVER = "session-over";

  /** Its customer could not rate any more when it could have been sent. */
  public static final String WINDOW_OVER = "window-over";

  /** Nothing could be sent for most of a day, and nobody is asked about yesterday. */
  public static final String TOO_LATE = "too-late";

  /** It cannot be sent however often it is tried. */
  public static final String UNSENDABLE = "unsendable";

  private static final Duration AFTER_THE_END = Duration.ofDays(30);
  private static final Duration WITHOUT_AN_END = Duration.ofDays(400);

  /** Whether its customer is asked by it: one that cannot arrive asks nobody. */
  public boolean asks() {
    return deliveryNow() != Delivery.UNDELIVERABLE;
  }

  /** Whether it was handed over, be it by the answer to the close. */
  public boolean wentOut() {
    return passage.isOut() || delivery == Delivery.SENT;
  }

  /** This request with other windows. */
  public RequestToRate within(Windows others) {
    return new RequestToRate(
        id, channel, text, language, scale, sendAt, others, delivery, deliveryReason, passage);
  }

  /** This request once that was told of it, at an instant. */
  public RequestToRate after(DeliveryReport report, Instant now) {
    return new RequestToRate(
        id,
        channel,
        text,
        language,
        scale,
        sendAt,
        windows,
        delivery,
        deliveryReason,
        passage.after(report, now));
  }

  /** This request as it stands now, and not as it was when it was made (R108). */
  public RequestToRate asItStands() {
    var stands = deliveryNow();
    var reason =
        stands == Delivery.UNDELIVERABLE
            ? passage.failure().or(() -> deliveryReason)
            : Optional.<String>empty();
    return new RequestToRate(
        id, channel, text, language, scale, sendAt, windows, stands, reason, passage);
  }

  private Delivery deliveryNow() {
    if (passage.failure().isPresent()) {
      return Delivery.UNDELIVERABLE;
    }
    if (passage.isOut()) {
      return Delivery.SENT;
    }
    return delivery == Delivery.UNDELIVERABLE ? delivery : Delivery.SCHEDULED;
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
