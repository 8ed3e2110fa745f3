package ratings.domain.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;

/**
 * What whoever brings a request to its customer tells of it (R96, R108).
 *
 * @param reason why it failed, as {@code blocked-by-customer}; of use only then
 */
public record DeliveryReport(State state, Optional<String> reason) {
  private static final int LONGEST_REASON = 200;

  /** How far it came. */
  public enum State {
    /** It is where the customer will see it. */
    DELIVERED,
    /** The customer has seen it. */
    SHOWN,
    /** It will not reach the customer. */
    FAILED;

    static final Shape<State> SHAPE = Shape.oneOf(List.of(values()), State::code);

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** That the customer has seen it. */
  public static DeliveryReport shown() {
    return new DeliveryReport(State.SHOWN, Optional.empty());
  }

  /** Reads the body of a report. */
  public static Reading<DeliveryReport> read(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var state = State.SHAPE.read(fields, "state");
    var report =
        new DeliveryReport(
            fields.required("state", state, State.DELIVERED),
            fields.text("reason", LONGEST_REASON));
    fields.refuseOthers();
    return Reading.of(violations, () -> report);
  }

  /** The code of why it failed. */
  Optional<String> failure() {
    return reason.or(() -> Optional.of("failed"));
  }
}
