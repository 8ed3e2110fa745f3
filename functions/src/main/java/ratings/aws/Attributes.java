package ratings.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes of every kind of item, to and fro; instants are epoch milliseconds. */
final class Attributes {
  private Attributes() {}

  static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name))
        .map(v -> Instant.ofEpochMilli(Long.parseLong(v.n())));
  }

  static Optional<String> string(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  static AttributeValue text(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue number(long number) {
    return AttributeValue.builder().n(Long.toString(number)).build();
  }

  static AttributeValue time(Instant instant) {
    return number(instant.toEpochMilli());
  }

  static AttributeValue flag(boolean flag) {
    return AttributeValue.builder().bool(flag).build();
  }

  static AttributeValue list(List<String> texts) {
    return AttributeValue.builder().l(texts.stream().map(Attributes::text).toList()).build();
  }
}
