package ratings.domain.rating;

import java.util.Optional;
import ratings.domain.Unavailable;
import ratings.domain.conversation.ConversationId;
import ratings.domain.settings.Line;

/** Where conversations and their one rating are kept. */
public interface Ratings {

  /**
   * Records an answer, or says why not, as {@link Standing#judge} has it. Of any number of attempts
   * at once exactly one creates the rating (P1). The clock is read for every try, so that no rating
   * is stored at or after its window's end (P4).
   *
   * @throws Unavailable if the store would not have it: nothing is known to be stored
   */
  Recorded record(Attempt attempt);

  /**
   * Notes that a widget of the line showed its prompt. Doing so again changes nothing.
   *
   * @return false where the conversation belongs to another line, and nothing is noted
   * @throws Unavailable if the store would not have it
   */
  boolean show(Line line, Showing showing);

  /**
   * How a conversation stands, if it was heard of.
   *
   * @throws Unavailable if the store does not answer
   */
  Optional<Standing> find(ConversationId conversation);
}
