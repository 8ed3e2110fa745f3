package ratings.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Shape;
import ratings.domain.settings.Audience;
import ratings.domain.settings.ClosedBy;

/**
 * How a conversation ended: what decides whether its customer is asked (R25-R30). What is not told
 * is empty, and {@link Eligibility} says what that means.
 *
 * @param lastReplyAt by either side; of bots, systems and notes there is nothing here (D2)
 * @param characters of customer and teammates, in code points, where the platform counts them (D2)
 * @param customers how many users and leads took part, where the platform counts them (R29)
 * @param snoozed whether it only sleeps and is to wake up again (R23)
 */
public record Ending(
    ClosedBy by,
    Instant at,
    boolean snoozed,
    Optional<StartedBy> startedBy,
    Optional<Audience> audience,
    Optional<Instant> lastReplyAt,
    Optional<Instant> lastCustomerMessageAt,
    Optional<Integer> characters,
    Optional<Integer> customers) {

  /** How far a platform's clock may run ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** One of which nothing else is known. */
  public static Ending at(Instant at) {
    return new Ending(
        ClosedBy.TEAMMATE,
        at,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Ending read(Fields fields, Instant now) {
    var by = ClosedBy.SHAPE.read(fields, "closedBy");
    var at = Shape.time().read(fields, "closedAt");
    if (at.filter(now.plus(AHEAD)::isBefore).isPresent()) {
      fields.violate("closedAt", "must not lie in the future");
    }
    return new Ending(
        fields.required("closedBy", by, ClosedBy.TEAMMATE),
        fields.required("closedAt", at, now),
        fields.flag("snoozed").orElse(false),
        StartedBy.SHAPE.read(fields, "startedBy"),
        Audience.SHAPE.read(fields, "audience"),
        Shape.time().read(fields, "lastReplyAt"),
        Shape.time().read(fields, "lastCustomerMessageAt"),
        fields.integer("characters", 0, Integer.MAX_VALUE),
        fields.integer("customers", 0, Integer.MAX_VALUE));
  }
}
