package ratings.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.domain.notification.LoggedAlert;
import ratings.domain.notification.Notified;
import ratings.domain.notification.Recipient;

/** How an entry of the alert log is shown. */
public final class AlertLogView {
  private AlertLogView() {}

  public static Map<String, Object> of(LoggedAlert logged) {
    var alert = logged.announcement();
    var view = new LinkedHashMap<String, Object>();
    view.put("alertId", alert.id());
    view.put("conversationId", alert.conversation());
    view.put("score", alert.score());
    view.put("scale", alert.scale().code());
    view.put("line", alert.line());
    view.put("channel", alert.channel());
    view.put("teammate", alert.teammate());
    view.put("team", alert.team());
    view.put("recordedAt", alert.recordedAt());
    view.put("chatHistoryUrl", alert.chatHistoryUrl());
    alert.feedback().ifPresent(feedback -> view.put("feedback", feedback));
    view.put("recipients", recipients(logged.notified()));
    return view;
  }

  private static List<Map<String, Object>> recipients(List<Notified> notified) {
    return notified.stream().map(AlertLogView::recipient).toList();
  }

  private static Map<String, Object> recipient(Notified notified) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", notified.recipient());
    view.put("kind", notified.kind().code());
    notified.who().ifPresent(who -> view.put(Recipient.nameOfWho(notified.kind()), who));
    view.put("protocol", notified.protocol());
    view.put("outcome", notified.outcome().code());
    notified.fate().reason().ifPresent(reason -> view.put("reason", reason));
    view.put("at", notified.fate().at());
    return view;
  }
}
