package ratings.functions.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ratings.http.Json;

/**
 * The changes that a stream hands to a function, and the answer that tells which to bring again.
 */
record StreamEvent(List<Change> changes) {

  /**
   * A change of an item.
   *
   * @param number by which the stream knows it
   * @param key by which the store names the conversation; nothing in a record that has none
   * @param record the whole of it
   */
  record Change(String number, Optional<String> key, Map<?, ?> record) {

    private static Change of(Map<?, ?> record) throws IOException {
      var change = object(record.get("dynamodb"));
      var number = change.get("SequenceNumber");
      if (number == null) {
        throw new IOException("a stream's record without a number");
      }
      return new Change(number.toString(), key(change), record);
    }

    private static Optional<String> key(Map<?, ?> change) {
      return change.get("Keys") instanceof Map<?, ?> keys
              && keys.get("pk") instanceof Map<?, ?> pk
              && pk.get("S") instanceof String key
              && !key.isEmpty()
          ? Optional.of(key)
          : Optional.empty();
    }

    byte[] json() {
      return Json.write(record);
    }
  }

  /** An event of a conversation that nobody has, to prime with: no key of an item begins so. */
  static InputStream ofNobody() {
    var keys = Map.of("pk", Map.of("S", "rehearsal#" + UUID.randomUUID()));
    var record = Map.of("dynamodb", Map.of("SequenceNumber", "0", "Keys", keys));
    return new ByteArrayInputStream(Json.write(Map.of("Records", List.of(record))));
  }

  static StreamEvent read(InputStream in) throws IOException {
    var changes = new ArrayList<Change>();
    if (!(object(json(in.readAllBytes())).get("Records") instanceof List<?> records)) {
      throw new IOException("not a stream's event");
    }
    for (var each : records) {
      changes.add(Change.of(object(each)));
    }
    return new StreamEvent(changes);
  }

  /** The stream goes on from the first of these. */
  static byte[] again(List<Change> changes) {
    var failures =
        changes.stream().map(change -> Map.of("itemIdentifier", change.number())).toList();
    return Json.write(Map.of("batchItemFailures", failures));
  }

  private static Object json(byte[] bytes) throws IOException {
    try {
      return Json.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (Json.Malformed e) {
      throw new IOException("not a stream's event", e);
    }
  }

  private static Map<?, ?> object(Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IOException("not a stream's event");
  }
}
