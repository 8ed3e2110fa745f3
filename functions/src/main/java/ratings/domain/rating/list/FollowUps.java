package ratings.domain.rating.list;

import ratings.domain.Unavailable;
import ratings.domain.conversation.ConversationId;

/** Keeps what is done about ratings (R39). */
public interface FollowUps {

  /**
   * Replaces what is done about a conversation's rating.
   *
   * @return whether it has a rating; else nothing is stored
   * @throws Unavailable if the store would not have it
   */
  boolean put(ConversationId conversation, FollowUp followUp);
}
