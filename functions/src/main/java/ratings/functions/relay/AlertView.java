package ratings.functions.relay;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.alert.Alert;
import ratings.http.Json;

/** How subscribers see a low rating; those who get it by mail see the sentence first. */
final class AlertView {
  private AlertView() {}

  static String json(Alert alert) {
    return new String(Json.write(document(alert)), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> document(Alert alert) {
    var document = new LinkedHashMap<String, Object>();
    document.put("text", alert.text());
    document.put("alertId", alert.id());
    document.put("workspace", alert.notice().workspace());
    document.put("conversationId", alert.conversation());
    document.put("score", alert.notice().score());
    document.put("scale", alert.scale().code());
    document.put("line", alert.line());
    document.put("channel", alert.channel());
    document.put("teammate", alert.people().teammate());
    document.put("team", alert.people().team());
    document.put("chatHistoryUrl", alert.chatHistoryUrl());
    document.put("recordedAt", alert.recordedAt());
    document.put("recipients", alert.recipients());
    alert.quoted().ifPresent(feedback -> document.put("feedback", feedback));
    return document;
  }
}
