package ratings.domain.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * That a conversation was closed, and whether that asked its customer.
 *
 * @param ending how it ended, as its platform told it
 * @param obstacles every reason not to ask; none where it asked
 * @param request the request that it made or gave back (D3); where it did not ask, the one that an
 *     earlier close has made, if one has
 */
public record Closed(Ending ending, Obstacles obstacles, Optional<RequestToRate> request) {
  public Closed {
    if (obstacles.isEmpty() && request.isEmpty()) {
      throw new IllegalArgumentException("a close asks, or says why not");
    }
  }

  /** What tells this close from every other of the conversation. */
  public Instant at() {
    return ending.at();
  }

  /** The request by which it asked, or meant to. */
  public Optional<RequestToRate> made() {
    return request.filter(_ -> obstacles.isEmpty());
  }

  /** Whether it asked its customer. */
  public boolean asks() {
    return made().filter(RequestToRate::asks).isPresent();
  }

  /** This close once something was told of its request, at an instant. */
  public Closed after(DeliveryReport report, Instant now) {
    return new Closed(ending, obstacles, request.map(it -> it.after(report, now)));
  }
}
