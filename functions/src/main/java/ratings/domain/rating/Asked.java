package ratings.domain.rating;

import java.util.Optional;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.Obstacles;
import ratings.domain.conversation.RequestToRate;

/** What a close is answered. */
public sealed interface Asked {

  /** The customer is asked, by this request. */
  record ByRequest(RequestToRate request) implements Asked {}

  /** The customer is not asked, and why: every reason there is. */
  record Not(Obstacles obstacles) implements Asked {}

  /** The conversation belongs to another line, and nothing is done. */
  record OfAnotherLine() implements Asked {}

  /** What a close that was carried out is answered, whenever it is told. */
  static Asked of(Closed closed) {
    return closed.made().<Asked>map(ByRequest::new).orElseGet(() -> new Not(closed.obstacles()));
  }

  /**
   * What becomes of a close.
   *
   * @param next how the conversation is to stand, where the close changes that
   */
  record Judged(Asked asked, Optional<Standing> next) {

    static Judged unchanged(Asked asked) {
      return new Judged(asked, Optional.empty());
    }
  }
}
