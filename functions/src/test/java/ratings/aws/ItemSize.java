package ratings.aws;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB charges for an item in ASCII: names and values in bytes, and what holds others. */
final class ItemSize {
  private static final int CONTAINER = 3;

  private ItemSize() {}

  static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(e -> e.getKey().length() + of(e.getValue())).sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().length();
      case N -> value.n().length() / 2 + 2;
      case L -> CONTAINER + value.l().stream().mapToInt(each -> 1 + of(each)).sum();
      case M -> CONTAINER + value.m().size() + of(value.m());
      case BOOL, NUL -> 1;
      case B -> value.b().asByteArrayUnsafe().length;
      case BS, NS, SS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no item of ours holds " + value.type());
    };
  }
}
