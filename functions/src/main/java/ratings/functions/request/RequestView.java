package ratings.functions.request;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestLinks;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;

/** How a platform sees a request to rate. */
record RequestView(RequestLinks links, ConversationId conversation) {

  /** As the close that made it is answered, whenever it is told. */
  Map<String, Object> document(RequestToRate request) {
    var link = links.of(conversation, request);
    var document = new LinkedHashMap<String, Object>();
    document.put("id", request.id());
    document.put("channel", request.channel());
    document.put("text", request.text());
    document.put("scale", request.scale().code());
    document.put("url", link.url());
    document.put("token", link.token());
    document.put("sendAt", request.sendAt());
    document.put("rateUntil", end(request.windows().rateUntil()));
    document.put("changeUntil", end(request.windows().changeUntil()));
    document.put("delivery", request.delivery().code());
    request.deliveryReason().ifPresent(reason -> document.put("deliveryReason", reason));
    return document;
  }

  /** As it stands now, with what is known of its way to the customer (R108). */
  Map<String, Object> current(RequestToRate request) {
    var document = document(request.asItStands());
    var passage = request.passage();
    passage.sentAt().ifPresent(at -> document.put("sentAt", at));
    passage.deliveredAt().ifPresent(at -> document.put("deliveredAt", at));
    passage.shownAt().ifPresent(at -> document.put("shownAt", at));
    return document;
  }

  /** A window without a limit has no end. */
  private static Optional<Instant> end(Instant end) {
    return Optional.of(end).filter(at -> !at.equals(Windows.OPEN));
  }
}
