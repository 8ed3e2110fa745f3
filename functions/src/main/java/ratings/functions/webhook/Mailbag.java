package ratings.functions.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Timestamp;
import ratings.domain.webhook.Letter;
import ratings.http.Json;
import ratings.http.Records;

/** The letters that SQS hands to a function, and the answer that tells which to bring again. */
record Mailbag(List<Entry> entries) {

  /**
   * A message of the queue.
   *
   * @param message its id
   * @param letter nothing in one that holds none
   * @param text as it came, if it is text
   */
  record Entry(String message, Optional<Letter> letter, Optional<String> text) {}

  static Mailbag read(InputStream in) throws IOException {
    var entries = new ArrayList<Entry>();
    for (var record : Records.read(in)) {
      if (!(record.get("messageId") instanceof String id)) {
        throw new IOException("a queue's message without an id");
      }
      var body = record.get("body");
      var text = body instanceof String it ? Optional.of(it) : Optional.<String>empty();
      entries.add(new Entry(id, letter(body), text));
    }
    return new Mailbag(entries);
  }

  static byte[] again(List<Entry> entries) {
    return Records.again(entries.stream().map(Entry::message).toList());
  }

  private static Optional<Letter> letter(Object message) {
    return json(message).orElse("") instanceof Map<?, ?> fields
            && fields.get("workspace") instanceof String workspace
            && fields.get("webhook") instanceof String webhook
            && fields.get("id") instanceof String id
            && fields.get("body") instanceof String body
            && fields.get("tried") instanceof Number tried
            && fields.get("due") instanceof String due
        ? Timestamp.parse(due)
            .map(
                at -> new Letter(workspace, webhook, id, body, entry(fields), tried.intValue(), at))
        : Optional.empty();
  }

  private static Optional<String> entry(Map<?, ?> fields) {
    return Optional.ofNullable(fields.get("entry")).map(Object::toString);
  }

  private static Optional<Object> json(Object text) {
    try {
      return text instanceof String json ? Optional.ofNullable(Json.read(json)) : Optional.empty();
    } catch (Json.Malformed e) {
      return Optional.empty();
    }
  }
}
