package ratings.functions.page;

import java.util.List;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Standing;
import ratings.domain.settings.Line;

/** Ratings that keep every attempt to write. */
record WatchedRatings(Ratings ratings, List<Attempt> attempts) implements Ratings {
  @Override
  public Recorded record(Attempt attempt) {
    attempts.add(attempt);
    return ratings.record(attempt);
  }

  @Override
  public boolean show(Line line, Showing showing) {
    throw new AssertionError("a page is no widget");
  }

  @Override
  public Optional<Standing> find(ConversationId conversation) {
    return ratings.find(conversation);
  }
}
