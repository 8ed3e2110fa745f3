package ratings.domain.conversation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a request to rate was, when it was made, on its way to the customer. */
public enum Delivery {
  /** It waits for the line's delay to pass (R89). */
  SCHEDULED,
  /** It went out with the answer to the close. */
  SENT,
  /** It cannot reach the customer, who does not count as asked by it (R95). */
  UNDELIVERABLE;

  /** The delivery of a code, as {@code sent}. */
  public static Optional<Delivery> of(String code) {
    return Arrays.stream(values()).filter(delivery -> delivery.code().equals(code)).findFirst();
  }

  /** Of a request that is due at an instant, and reaches its customer. */
  public static Delivery dueAt(Instant due, Instant now) {
    return due.isAfter(now) ? SCHEDULED : SENT;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
