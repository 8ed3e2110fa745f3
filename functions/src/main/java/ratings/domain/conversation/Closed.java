package ratings.domain.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * That a conversation was closed, and whether that asked its customer.
 *
 * @param ending how it ended, as its platform told it
 * @param obstacles every reason not to ask; none where it asked
 * @param request the request that it made, or gave back (D3)
 */
public record Closed(Ending ending, Obstacles obstacles, Optional<RequestToRate> request) {
  public Closed {
    if (obstacles.isEmpty() != request.isPresent()) {
      throw new IllegalArgumentException("a close asks, or says why not");
    }
  }

  /** What tells this close from every other of the conversation. */
  public Instant at() {
    return ending.at();
  }

  /** Whether it asked its customer. */
  public boolean asks() {
    return request.filter(RequestToRate::asks).isPresent();
  }

  /** This close once something was told of its request, at an instant. */
  public Closed after(DeliveryReport report, Instant now) {
    return new Closed(ending, obstacles, request.map(it -> it.after(report, now)));
  }
}
