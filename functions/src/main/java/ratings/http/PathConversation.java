package ratings.http;

import ratings.domain.Tenancy;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Text;

/** The conversation that a platform's request names in its path, in the caller's own workspace. */
public final class PathConversation {
  /** What a platform must be allowed. */
  public static final String RIGHT = "ratings/conversations";

  private PathConversation() {}

  /**
   * The conversation of {@code {conversationId}}.
   *
   * @throws Problem.Refused 403 without the right, 400 for what is no id
   */
  public static ConversationId of(Request request, Tenancy tenancy) throws Problem.Refused {
    var workspace = Caller.of(request, tenancy, RIGHT).workspace();
    var id = request.parameter("conversationId");
    if (!Text.isId(id)) {
      throw new Problem.Refused(
          Problem.badRequest(
              "A conversationId has 1-256 printable characters without white space."));
    }
    return new ConversationId(workspace, id);
  }
}
