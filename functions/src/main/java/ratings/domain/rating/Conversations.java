package ratings.domain.rating;

import ratings.domain.Unavailable;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.settings.Line;

/** Where conversations end, and begin again. */
public interface Conversations {

  /**
   * Closes a conversation, as {@link Standing#judge(Line, ConversationId, Closing,
   * java.time.Instant)} has it. Of any number of closes at once exactly one makes the request (P3),
   * and the same close is answered the same for ever.
   *
   * @throws Unavailable if the store would not have it: nothing is known to be stored
   */
  Asked close(Line line, ConversationId conversation, Closing closing);

  /**
   * What a close would be answered, without it.
   *
   * @throws Unavailable if the store does not answer
   */
  Asked decide(Line line, ConversationId conversation, Closing closing);

  /**
   * Withdraws a conversation's request for as long as that is open again, where it is unanswered
   * (D3). Doing so again changes nothing, nor does it for a conversation nobody has told us of.
   *
   * @throws Unavailable if the store would not have it
   */
  void reopen(ConversationId conversation);

  /**
   * Notes what became of a conversation's request on its way, as {@link Standing#after} has it.
   * Doing so again changes nothing.
   *
   * @return whether there is such a request
   * @throws Unavailable if the store would not have it
   */
  boolean report(ConversationId conversation, DeliveryReport report);
}
