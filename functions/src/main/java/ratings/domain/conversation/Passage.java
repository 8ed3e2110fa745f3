package ratings.domain.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a request after it was made, each the first time that it was told.
 *
 * @param sentAt when it went out
 * @param deliveredAt when it is known to have reached its customer (R96)
 * @param shownAt when its customer is known to have seen it
 * @param failure code of why it did not reach its customer after all (R108)
 */
public record Passage(
    Optional<Instant> sentAt,
    Optional<Instant> deliveredAt,
    Optional<Instant> shownAt,
    Optional<String> failure) {

  /** Of a request that was just made. */
  public static final Passage NOT_BEGUN =
      new Passage(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Of a request that its widget showed by itself. */
  public static Passage begunAt(Instant at) {
    return new Passage(Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it is with its customer, as far as anybody knows. */
  public boolean isOut() {
    return failure.isEmpty() && (sentAt.isPresent() || deliveredAt.isPresent());
  }

  /** Once that was told, at an instant; what arrived cannot fail any more. */
  Passage after(DeliveryReport report, Instant now) {
    var at = Optional.of(now);
    return switch (report.state()) {
      case DELIVERED -> new Passage(sentAt, deliveredAt.or(() -> at), shownAt, Optional.empty());
      case SHOWN ->
          new Passage(sentAt, deliveredAt.or(() -> at), shownAt.or(() -> at), Optional.empty());
      case FAILED ->
          deliveredAt.isPresent()
              ? this
              : new Passage(sentAt, deliveredAt, shownAt, failure.or(report::failure));
    };
  }
}
