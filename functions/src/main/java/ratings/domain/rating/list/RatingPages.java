package ratings.domain.rating.list;

import java.util.Optional;
import ratings.domain.Unavailable;
import ratings.domain.conversation.ConversationId;

/** Finds recorded ratings: one, or page by page. */
public interface RatingPages {

  /**
   * The next rows of a query, never more than its limit. Walking on from each page's {@code next}
   * to the end finds every row that was there all along, exactly once.
   *
   * @throws Unavailable if the store would not have it
   */
  Page read(PageQuery query);

  /**
   * The rating of a conversation, or nothing where it has none.
   *
   * @throws Unavailable if the store would not have it
   */
  Optional<ListedRating> find(ConversationId conversation);
}
