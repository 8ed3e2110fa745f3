package ratings.domain.conversation;

/**
 * Links of requests to rate.
 *
 * @param pages where the pages of links answer, without a slash at its end
 */
public record RequestLinks(RequestTokens tokens, String pages) {

  /** Where a customer can rate, and the token in it. */
  public record Link(String url, String token) {}

  /** The link of a conversation's request; it opens its page until {@code linkUntil}. */
  public Link of(ConversationId conversation, RequestToRate request) {
    var token = tokens.write(conversation, request.linkUntil());
    return new Link(pages + "/r/" + token, token);
  }
}
