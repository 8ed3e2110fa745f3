package ratings.functions.notify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.domain.document.Reading;
import ratings.domain.notification.Announcement;
import ratings.http.Json;
import ratings.http.Records;

/** The low ratings that a topic hands to a function. */
record NotifyEvent(List<Announcement> alerts) {

  /** An event of nobody's rating, to prime with. */
  static InputStream ofNobody() {
    var alert = new LinkedHashMap<String, Object>();
    for (var id : List.of("workspace", "alertId", "conversationId", "line", "channel")) {
      alert.put(id, "rehearsal");
    }
    alert.put("scale", "stars5");
    alert.put("score", 1);
    alert.put("recordedAt", "2026-11-21T09:30:00.000Z");
    alert.put("recipients", List.of("supervisor"));
    var message = new String(Json.write(alert), StandardCharsets.UTF_8);
    var records = List.of(Map.of("Sns", Map.of("Message", message)));
    return new ByteArrayInputStream(Json.write(Map.of("Records", records)));
  }

  /**
   * Reads an event.
   *
   * @throws IOException for one that is not of low ratings; it quotes nothing of it
   */
  static NotifyEvent read(InputStream in) throws IOException {
    var alerts = new ArrayList<Announcement>();
    for (var record : Records.read(in)) {
      alerts.add(alert(record));
    }
    return new NotifyEvent(List.copyOf(alerts));
  }

  private static Announcement alert(Map<?, ?> record) throws IOException {
    if (record.get("Sns") instanceof Map<?, ?> sns
        && sns.get("Message") instanceof String message
        && Announcement.read(json(message)) instanceof Reading.Valid<Announcement>(var alert)) {
      return alert;
    }
    throw notAnEvent();
  }

  private static Object json(String text) throws IOException {
    try {
      return Json.read(text);
    } catch (Json.Malformed e) {
      throw notAnEvent();
    }
  }

  private static IOException notAnEvent() {
    return new IOException("not a topic's event of low ratings");
  }
}
