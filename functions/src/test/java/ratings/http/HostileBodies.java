package ratings.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Bodies that break a contract, or JSON, or UTF-8, in every way that comes to mind: the same ones
 * for the same seed (P23).
 */
public final class HostileBodies {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1",
          "5",
          "10",
          "11",
          "1.5",
          "1e2",
          "1e999",
          "1e-999",
          "-1e999999999",
          "1e99999999999",
          "0e999999999",
          "87601",
          "9".repeat(900),
          "0." + "9".repeat(900),
          "01",
          "NaN",
          "+1",
          "2147483648",
          "9223372036854775808");
  private static final List<String> STRINGS =
      List.of(
          "\"\"",
          "\" \"",
          "\"website\"",
          "\"en\"",
          "\"de-DE-x-y\"",
          "\"i-klingon\"",
          "\"x-\"",
          "\"stars5\"",
          "\"UTC\"",
          "\"+25:00\"",
          "\"null\"",
          "\"https://a.example\"",
          "\"https://a.example:0/{x\"",
          "\"https://[::1\"",
          "\"http://%zz/{userId}\"",
          "\"{\"",
          "\"https://" + "a.".repeat(900) + "\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\u202e\"",
          "\"w#acme#LINE\"",
          "\"${jndi:x}\"",
          "\"'; --\"",
          "\"" + "x".repeat(3000) + "\"",
          "\"" + "\u00fc".repeat(300) + "\"",
          "\"\\q\"",
          "\"a\tb\"",
          "'single'");

  private final Random random;
  private final List<String> names;

  /**
   * Makes bodies for a contract.
   *
   * @param names of the contract's fields, so that the values are what is wrong
   */
  public HostileBodies(long seed, List<String> names) {
    this.random = new Random(seed);
    this.names = List.copyOf(names);
  }

  public byte[] next() {
    byte[] body = object(0).getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(10)) {
      case 0 -> cut(body);
      case 1 -> flipped(body);
      case 2 -> value(0).getBytes(StandardCharsets.UTF_8);
      default -> body;
    };
  }

  private String object(int depth) {
    var object = new StringBuilder("{");
    for (int i = random.nextInt(6); i >= 0; i--) {
      object.append(name()).append(':').append(value(depth + 1)).append(i == 0 ? "" : ",");
    }
    return object.append('}').toString();
  }

  private String name() {
    return random.nextInt(5) == 0 ? string() : '"' + names.get(random.nextInt(names.size())) + '"';
  }

  private String value(int depth) {
    if (depth > 4) {
      return number();
    }
    return switch (random.nextInt(9)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2 -> number();
      case 3, 4 -> string();
      case 5 -> list(() -> value(depth + 1));
      case 6 -> list(this::string);
      case 7 -> "[".repeat(random.nextInt(2000)) + "1";
      default -> object(depth);
    };
  }

  private String list(Supplier<String> element) {
    var list = new StringBuilder("[");
    for (int i = random.nextInt(5); i > 0; i--) {
      list.append(element.get()).append(i == 1 ? "" : ",");
    }
    return list.append(']').toString();
  }

  private String number() {
    return oneOf(NUMBERS);
  }

  private String string() {
    return oneOf(STRINGS);
  }

  private byte[] cut(byte[] body) {
    return Arrays.copyOf(body, random.nextInt(body.length + 1));
  }

  private byte[] flipped(byte[] body) {
    body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    return body;
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
