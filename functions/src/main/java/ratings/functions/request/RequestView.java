package ratings.functions.request;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.conversation.Windows;

/**
 * How a platform sees a request to rate.
 *
 * @param pages where the pages of links answer
 */
record RequestView(RequestTokens tokens, ConversationId conversation, String pages) {

  Map<String, Object> document(RequestToRate request) {
    var token = tokens.write(conversation, request.linkUntil());
    var document = new LinkedHashMap<String, Object>();
    document.put("id", request.id());
    document.put("channel", request.channel());
    document.put("text", request.text());
    document.put("scale", request.scale().code());
    document.put("url", pages + "/r/" + token);
    document.put("token", token);
    document.put("sendAt", request.sendAt());
    document.put("rateUntil", end(request.windows().rateUntil()));
    document.put("changeUntil", end(request.windows().changeUntil()));
    document.put("delivery", request.delivery().code());
    request.deliveryReason().ifPresent(reason -> document.put("deliveryReason", reason));
    return document;
  }

  /** A window without a limit has no end. */
  private static Optional<Instant> end(Instant end) {
    return Optional.of(end).filter(at -> !at.equals(Windows.OPEN));
  }
}
