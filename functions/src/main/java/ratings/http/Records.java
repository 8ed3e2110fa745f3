package ratings.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The records that a stream, a queue or a topic hands to a function, and the answer to them. */
public final class Records {
  private Records() {}

  /**
   * Reads an event.
   *
   * @throws IOException for one that has no records; it quotes nothing of it
   */
  public static List<Map<?, ?>> read(InputStream in) throws IOException {
    if (!(json(in) instanceof Map<?, ?> event && event.get("Records") instanceof List<?> all)) {
      throw notAnEvent();
    }
    var records = new ArrayList<Map<?, ?>>();
    for (var each : all) {
      if (!(each instanceof Map<?, ?> record)) {
        throw notAnEvent();
      }
      records.add(record);
    }
    return List.copyOf(records);
  }

  /** What a stream's record changed, and its {@code SequenceNumber}. */
  public static Map<?, ?> change(Map<?, ?> record) throws IOException {
    if (record.get("dynamodb") instanceof Map<?, ?> change
        && change.get("SequenceNumber") != null) {
      return change;
    }
    throw new IOException("not a stream's record");
  }

  /** What is to be brought again: a stream goes on from the first of these, a queue brings each. */
  public static byte[] again(List<String> ids) {
    var failures = ids.stream().map(id -> Map.of("itemIdentifier", id)).toList();
    return Json.write(Map.of("batchItemFailures", failures));
  }

  private static Object json(InputStream in) throws IOException {
    try {
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (Json.Malformed e) {
      throw notAnEvent();
    }
  }

  private static IOException notAnEvent() {
    return new IOException("not an event of records");
  }
}
