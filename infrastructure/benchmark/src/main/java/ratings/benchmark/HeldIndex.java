package ratings.benchmark;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.list.Position;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The index of ratings by their time, in memory: all keys are held in their order, and an item is a
 * copy of one that was stored. It answers the queries of the list's pages as DynamoDB does, newest
 * first, and knows no settings.
 */
final class HeldIndex implements DynamoDbClient {
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

  private final Map<String, AttributeValue> original;
  private final String id;
  private final Instant time;
  private final String[] keys;

  /**
   * Holds so many, a minute apart.
   *
   * @param original an item as the index shows it
   */
  HeldIndex(Map<String, AttributeValue> original, int count) {
    this.original = original;
    this.id = original.get("id").s();
    this.time = Instant.ofEpochMilli(Long.parseLong(original.get("recordedAt").n()));
    this.keys = IntStream.range(0, count).mapToObj(HeldIndex::key).toArray(String[]::new);
  }

  int count() {
    return keys.length;
  }

  Position position(int number) {
    return new Position(keys[number]);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var values = request.expressionAttributeValues();
    int from = place(values.get(":first").s());
    int end = end(values.get(":last").s());
    if (request.hasExclusiveStartKey()) {
      end = place(request.exclusiveStartKey().get("timeSk").s());
    }
    int last = Math.max(from, end - request.limit());
    var items = IntStream.range(last, end).mapToObj(number -> item(number)).toList().reversed();
    var response = QueryResponse.builder().items(items).count(items.size());
    return last > from ? response.lastEvaluatedKey(items.getLast()).build() : response.build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return GetItemResponse.builder().item(Map.of()).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // It holds nothing but memory.
  }

  private int place(String key) {
    int found = Arrays.binarySearch(keys, key);
    return found < 0 ? -found - 1 : found;
  }

  private int end(String key) {
    int found = Arrays.binarySearch(keys, key);
    return found < 0 ? -found - 1 : found + 1;
  }

  private Map<String, AttributeValue> item(int number) {
    var item = new HashMap<String, AttributeValue>();
    original.forEach((name, value) -> item.put(name, copy(value, number)));
    return item;
  }

  private AttributeValue copy(AttributeValue value, int number) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(text(value.s(), number));
      case N -> AttributeValue.fromN(value.n().replace(millis(time), millis(at(number))));
      default -> value;
    };
  }

  private String text(String text, int number) {
    return text.replace(id, id(number))
        .replace(Timestamp.format(time), Timestamp.format(at(number)));
  }

  private static String millis(Instant instant) {
    return Long.toString(instant.toEpochMilli());
  }

  private static String key(int number) {
    return Timestamp.format(at(number)) + "#" + id(number);
  }

  private static Instant at(int number) {
    return FIRST.plusSeconds(60L * number);
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "row-%07d", number);
  }
}
