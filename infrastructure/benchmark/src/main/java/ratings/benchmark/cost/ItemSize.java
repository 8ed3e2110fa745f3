package ratings.benchmark.cost;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes an item has, as DynamoDB's developer guide counts them. */
public final class ItemSize {
  private static final int CONTAINER = 3;

  private ItemSize() {}

  /** Names count, and what is in containers counts a byte more. */
  public static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(e -> bytes(e.getKey()) + of(e.getValue())).sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> number(value.n());
      case BOOL, NUL -> 1;
      case L -> CONTAINER + value.l().stream().mapToInt(each -> 1 + of(each)).sum();
      case M -> CONTAINER + value.m().size() + of(value.m());
      case B -> value.b().asByteArrayUnsafe().length;
      case BS, NS, SS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no item of ours holds " + value.type());
    };
  }

  /** A byte for every two significant digits and one more, and one for a minus. */
  private static int number(String number) {
    int digits = (int) number.chars().filter(Character::isDigit).count();
    return (digits + 1) / 2 + 1 + (number.startsWith("-") ? 1 : 0);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
