package ratings.domain.conversation;

import ratings.domain.document.Text;

/** Names one conversation of one workspace; also the name of its rating, for there is one each. */
public record ConversationId(String workspace, String id) {
  public ConversationId {
    if (!Text.isId(workspace) || !Text.isId(id)) {
      throw new IllegalArgumentException("not an id of a conversation");
    }
  }
}
