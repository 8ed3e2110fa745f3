package ratings.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ratings.aws.DynamoRatings;
import ratings.aws.Retries;
import ratings.domain.document.Reading;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB answers to queries of a list of so many ratings, a second apart. All are copies of
 * one that was stored as the system stores it; each page is made when it is first asked for.
 */
final class CannedRows {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern FROM = Pattern.compile("row-(\\d{7})");
  private static final Pattern LIMIT = Pattern.compile("\"Limit\":(\\d+)");

  private final String item;
  private final int count;
  private final Map<String, byte[]> pages = new ConcurrentHashMap<>();

  private CannedRows(String item, int count) {
    this.item = item;
    this.count = count;
  }

  /** Stores the one that is copied. */
  static CannedRows of(DynamoDbClient dynamo, Line line, int count) {
    var id = id(0);
    var body =
        Map.<String, Object>of(
            "conversationId", id,
            "score", 4,
            "feedback", "It took a while, but then everything was fine.",
            "userId", "auth0|5f7c8ec7c33c6c004bbafe82",
            "userName", "Ada Lovelace");
    var submission = ((Reading.Valid<Submission>) Submission.read(body)).value();
    var clock = Clock.fixed(FIRST, ZoneOffset.UTC);
    new DynamoRatings(dynamo, Sample.TABLE, clock, Retries.whileSomebodyWaits())
        .record(Attempt.of(line, submission, Optional.empty(), Source.WIDGET));
    var key =
        Map.of(
            "pk", AttributeValue.fromS("w#" + line.workspace() + "#C#" + id),
            "sk", AttributeValue.fromS("RATING"));
    var stored = dynamo.getItem(get -> get.tableName(Sample.TABLE).key(key)).item();
    return new CannedRows(json(stored), count);
  }

  /** The page that a query asks for: from the row that it names, that one included. */
  byte[] page(String query) {
    var from = FROM.matcher(query);
    int first = from.find() ? Integer.parseInt(from.group(1)) : 0;
    var limit = LIMIT.matcher(query);
    int end = limit.find() ? Math.min(count, first + Integer.parseInt(limit.group(1))) : count;
    return pages.computeIfAbsent(first + "-" + end, key -> page(first, end));
  }

  private byte[] page(int first, int end) {
    var items = IntStream.range(first, end).mapToObj(this::copy).collect(Collectors.joining(","));
    var more = end < count ? ",\"LastEvaluatedKey\":{\"pk\":{\"S\":\"" + id(end) + "\"}}" : "";
    var page = "{\"Count\":" + (end - first) + ",\"Items\":[" + items + "]" + more + "}";
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private String copy(int number) {
    var then = FIRST.plusSeconds(number);
    return item.replace(id(0), id(number))
        .replace(Timestamp.format(FIRST), Timestamp.format(then))
        .replace("" + FIRST.toEpochMilli(), "" + then.toEpochMilli());
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "row-%07d", number);
  }

  private static String json(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .map(attribute -> quoted(attribute.getKey()) + ":" + json(attribute.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(AttributeValue value) {
    return switch (value.type()) {
      case S -> "{\"S\":" + quoted(value.s()) + "}";
      case N -> "{\"N\":" + quoted(value.n()) + "}";
      default -> throw new IllegalArgumentException("a rating has no " + value.type());
    };
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
