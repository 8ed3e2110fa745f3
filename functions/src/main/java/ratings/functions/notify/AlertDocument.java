package ratings.functions.notify;

import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.notification.Announcement;

/** A low rating as recipients' endpoints get it: all that the topic told. */
final class AlertDocument {
  private AlertDocument() {}

  static Map<String, Object> of(Announcement alert) {
    var document = new LinkedHashMap<String, Object>();
    document.put("text", alert.text());
    document.put("alertId", alert.id());
    document.put("workspace", alert.workspace());
    document.put("conversationId", alert.conversation());
    document.put("score", alert.score());
    document.put("scale", alert.scale().code());
    document.put("line", alert.line());
    document.put("channel", alert.channel());
    document.put("teammate", alert.teammate());
    document.put("team", alert.team());
    document.put("chatHistoryUrl", alert.chatHistoryUrl());
    document.put("recordedAt", alert.recordedAt());
    document.put("recipients", alert.hearing());
    alert.feedback().ifPresent(feedback -> document.put("feedback", feedback));
    return document;
  }
}
