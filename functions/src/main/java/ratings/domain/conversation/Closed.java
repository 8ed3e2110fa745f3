package ratings.domain.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a conversation was closed, and whether that asked its customer.
 *
 * @param at what tells this close from every other of the conversation
 * @param obstacles every reason not to ask; none where it asked
 * @param request the request that it made, or gave back (D3)
 */
public record Closed(Instant at, List<Obstacle> obstacles, Optional<RequestToRate> request) {
  public Closed {
    obstacles = List.copyOf(obstacles);
    if (obstacles.isEmpty() != request.isPresent()) {
      throw new IllegalArgumentException("a close asks, or says why not");
    }
  }
}
