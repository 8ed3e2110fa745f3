package ratings.functions.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ratings.domain.document.Timestamp;
import ratings.domain.outbox.Cue;
import ratings.http.Json;
import ratings.http.Records;

/**
 * The records of a stream, or of a queue of reminders, that are handed to a function, and the
 * answer that tells which to bring again.
 */
record RelayEvent(List<Record> records) {

  /**
   * A record.
   *
   * @param id by which its source knows it
   * @param cue what it says; nothing in a record that says nothing
   * @param whole all of it
   * @param queued whether a queue brings it, and so by itself, and not a stream
   */
  record Record(String id, Optional<Cue> cue, Map<?, ?> whole, boolean queued) {

    private static Record of(Map<?, ?> record) throws IOException {
      return record.containsKey("messageId") ? message(record) : change(record);
    }

    private static Record change(Map<?, ?> record) throws IOException {
      var change = Records.change(record);
      var id = change.get("SequenceNumber").toString();
      return new Record(id, key(change).map(Cue.Change::new), record, false);
    }

    private static Optional<String> key(Map<?, ?> change) {
      return change.get("Keys") instanceof Map<?, ?> keys
              && keys.get("pk") instanceof Map<?, ?> pk
              && pk.get("S") instanceof String key
              && !key.isEmpty()
          ? Optional.of(key)
          : Optional.empty();
    }

    /**
     * Whether something may wait there to be told; what waits is text, as the mapping has it, and a
     * record without the item may tell of anything.
     */
    boolean mayWait() {
      return !(change().orElse(Map.of()).get("NewImage") instanceof Map<?, ?> image)
          || isText(image.get("notify"))
          || isText(image.get("toSend"));
    }

    private static boolean isText(Object attribute) {
      return attribute instanceof Map<?, ?> typed && typed.containsKey("S");
    }

    /** A reminder, or a record of the stream that was postponed, as it came from there. */
    private static Record message(Map<?, ?> record) {
      var id = record.get("messageId").toString();
      var said = said(record.get("body"));
      return said.containsKey("dynamodb")
          ? new Record(id, Optional.empty(), said, true)
          : new Record(id, reminder(said), record, true);
    }

    private static Map<?, ?> said(Object body) {
      try {
        return body instanceof String text && Json.read(text) instanceof Map<?, ?> said
            ? said
            : Map.of();
      } catch (Json.Malformed e) {
        return Map.of();
      }
    }

    private static Optional<Cue> reminder(Map<?, ?> said) {
      return said.get("key") instanceof String key && said.get("sendAt") instanceof String sendAt
          ? Timestamp.parse(sendAt).map(at -> new Cue.Reminder(key, at))
          : Optional.empty();
    }

    /** Whether its change is all that it is to tell: what waited was told when it was postponed. */
    boolean isPostponed() {
      return queued && change().isPresent();
    }

    /** What a stream tells; nothing of what is a reminder. */
    Optional<Map<?, ?>> change() {
      return whole.get("dynamodb") instanceof Map<?, ?> change
          ? Optional.of(change)
          : Optional.empty();
    }

    byte[] json() {
      return Json.write(whole);
    }
  }

  /** An event of a conversation that nobody has, to prime with: no key of an item begins so. */
  static InputStream ofNobody() {
    var keys = Map.of("pk", Map.of("S", "rehearsal#" + UUID.randomUUID()));
    var record = Map.of("dynamodb", Map.of("SequenceNumber", "0", "Keys", keys));
    return new ByteArrayInputStream(Json.write(Map.of("Records", List.of(record))));
  }

  static RelayEvent read(InputStream in) throws IOException {
    var records = new ArrayList<Record>();
    for (var each : Records.read(in)) {
      records.add(Record.of(each));
    }
    return new RelayEvent(records);
  }

  /** A stream goes on from the first of these; a queue brings each. */
  static byte[] again(List<Record> records) {
    return Records.again(records.stream().map(Record::id).toList());
  }
}
