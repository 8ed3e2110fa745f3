package ratings.functions.tally;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.aws.SightingItem;
import ratings.domain.report.Sighting;
import ratings.http.Json;
import ratings.http.Records;

/**
 * The records of a stream that are handed to a function, and the answer that tells which to bring
 * again.
 */
record TallyEvent(List<Record> records) {

  /**
   * A record.
   *
   * @param id by which the stream knows it
   * @param content what it says
   * @param whole all of it
   */
  record Record(String id, Content content, Map<?, ?> whole) {

    private static Record of(Map<?, ?> record) throws IOException {
      var change = Records.change(record);
      return new Record(change.get("SequenceNumber").toString(), content(record, change), record);
    }

    /** What is erased, or too old to be kept, stays counted. */
    private static Content content(Map<?, ?> record, Map<?, ?> change) {
      if ("REMOVE".equals(record.get("eventName"))) {
        return new Content.Nothing();
      }
      try {
        return change.get("NewImage") instanceof Map<?, ?> image
            ? new Content.Seen(SightingItem.ofImage(image))
            : new Content.Unreadable();
      } catch (IllegalArgumentException e) {
        return new Content.Unreadable();
      }
    }

    Optional<Sighting> sighting() {
      return content instanceof Content.Seen(var sighting)
          ? Optional.of(sighting)
          : Optional.empty();
    }

    byte[] json() {
      return Json.write(whole);
    }
  }

  /** What a record says. */
  sealed interface Content {
    /** How a conversation is now. */
    record Seen(Sighting sighting) implements Content {}

    /** That a conversation is gone. */
    record Nothing() implements Content {}

    /** Nobody knows what. */
    record Unreadable() implements Content {}
  }

  static TallyEvent read(InputStream in) throws IOException {
    var records = new ArrayList<Record>();
    for (var each : Records.read(in)) {
      records.add(Record.of(each));
    }
    return new TallyEvent(records);
  }

  /** The stream goes on from the first of these. */
  static byte[] again(List<Record> records) {
    return Records.again(records.stream().map(Record::id).toList());
  }
}
