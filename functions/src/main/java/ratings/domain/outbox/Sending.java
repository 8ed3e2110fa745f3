package ratings.domain.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.conversation.Channel;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.People;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.document.Fingerprint;

/**
 * A request to rate on its way to its customer.
 *
 * @param teammate who has the conversation's credit (R21)
 * @param lastCustomerMessageAt on which some channels' rules depend (R95)
 * @param answered whether its customer has rated already
 * @param scheduled whether the schedule brings it up when it is due
 */
public record Sending(
    ConversationId conversation,
    String line,
    RequestToRate request,
    People.Customer customer,
    Optional<Instant> lastCustomerMessageAt,
    Optional<People.Teammate> teammate,
    boolean answered,
    boolean scheduled) {

  /** A longer delay than this is the schedule's: no queue holds a message for longer. */
  public static final Duration LONGEST_PAUSE = Duration.ofSeconds(900);

  /** How long it is tried, as long as a stream is. */
  private static final Duration LONGEST_DELAY = Duration.ofHours(22);

  /** The same however often it is sent, and another once its conversation is asked anew. */
  public String id() {
    return Fingerprint.of(
        List.of("rating-request", conversation.workspace(), conversation.id(), request.sendAt()));
  }

  /** What is to be done with it. */
  sealed interface Step {
    /** It is due. */
    record Send() implements Step {}

    /** It is due after a while. */
    record Pause(Duration pause) implements Step {}

    /** The schedule will bring it up. */
    record Leave() implements Step {}

    /** Nobody has to be asked any more. */
    record Spare() implements Step {}

    /** It does not reach its customer any more. */
    record Fail(String reason) implements Step {}
  }

  /** What is to be done at an instant. The channel's rule holds when it is sent (R95). */
  Step at(Instant now) {
    if (answered || request.passage().deliveredAt().isPresent()) {
      return new Step.Spare();
    }
    if (now.isBefore(request.sendAt())) {
      return scheduled ? new Step.Leave() : new Step.Pause(pause(now));
    }
    if (!request.windows().mayRate(now)) {
      return new Step.Fail(RequestToRate.WINDOW_OVER);
    }
    if (request.sendAt().plus(LONGEST_DELAY).isBefore(now)) {
      return new Step.Fail(RequestToRate.TOO_LATE);
    }
    return Channel.of(request.channel()).reaches(lastCustomerMessageAt, now)
        ? new Step.Send()
        : new Step.Fail(RequestToRate.SESSION_OVER);
  }

  private Duration pause(Instant now) {
    var pause = Duration.between(now, request.sendAt());
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
