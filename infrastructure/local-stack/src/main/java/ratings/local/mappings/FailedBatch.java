package ratings.local.mappings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Records that a stream mapping gave up, in the shape in which Lambda reports them.
 *
 * @param invocations how often the function was tried with them
 */
record FailedBatch(
    StreamMapping mapping,
    String functionArn,
    String shardId,
    List<Change> changes,
    Condition condition,
    int invocations,
    Instant at,
    UUID requestId) {
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/yyyy-MM-dd'T'HH.mm.ss", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Why the mapping gave up. */
  enum Condition {
    RETRIES_EXHAUSTED("RetryAttemptsExhausted"),
    TOO_OLD("RecordAgeExceeded");

    private final String wire;

    Condition(String wire) {
      this.wire = wire;
    }
  }

  FailedBatch {
    changes = List.copyOf(changes);
  }

  /** What queues and topics get: where the records are, not the records. */
  ObjectNode report() {
    var report = JsonNodeFactory.instance.objectNode();
    report
        .putObject("requestContext")
        .put("requestId", requestId.toString())
        .put("functionArn", functionArn)
        .put("condition", condition.wire)
        .put("approximateInvokeCount", invocations);
    if (invocations > 0) {
      report
          .putObject("responseContext")
          .put("statusCode", 200)
          .put("executedVersion", "$LATEST")
          .put("functionError", "Unhandled");
    }
    report.put("version", "1.0").put("timestamp", MILLISECONDS.format(at));
    report.set("DDBStreamBatchInfo", position());
    return report;
  }

  /** What a bucket gets: also the event itself, as text. */
  ObjectNode reportWithRecords() {
    return report().put("payload", StreamEvent.json(changes).toString());
  }

  String objectKey() {
    return "aws/lambda/" + mapping.id() + "/" + shardId + "/" + KEY.format(at) + "-" + requestId;
  }

  private ObjectNode position() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("shardId", shardId)
        .put("startSequenceNumber", changes.getFirst().sequenceNumber())
        .put("endSequenceNumber", changes.getLast().sequenceNumber())
        .put("approximateArrivalOfFirstRecord", seconds(changes.getFirst()))
        .put("approximateArrivalOfLastRecord", seconds(changes.getLast()))
        .put("batchSize", changes.size())
        .put("streamArn", mapping.streamArn());
  }

  private static String seconds(Change change) {
    return change.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
