package ratings.domain.export;

import java.time.Duration;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;

/** Pages that take a second each. */
record SlowPages(RatingPages pages, VirtualClock clock) implements RatingPages {

  @Override
  public Page read(PageQuery query) {
    clock.advance(Duration.ofSeconds(1));
    return pages.read(query);
  }

  @Override
  public Optional<ListedRating> find(ConversationId conversation) {
    return pages.find(conversation);
  }
}
