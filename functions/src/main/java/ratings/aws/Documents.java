package ratings.aws;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Plain documents as DynamoDB's own maps, lists, text, numbers and flags, and back. */
final class Documents {
  private Documents() {}

  static AttributeValue attribute(Object value) {
    var attribute = AttributeValue.builder();
    return switch (value) {
      case null -> attribute.nul(true).build();
      case Map<?, ?> object -> attribute.m(map(object)).build();
      case List<?> list -> attribute.l(list.stream().map(Documents::attribute).toList()).build();
      case String text -> attribute.s(text).build();
      case Boolean flag -> attribute.bool(flag).build();
      case Number number -> attribute.n(number.toString()).build();
      default -> throw new IllegalArgumentException("not of a plain document: " + value.getClass());
    };
  }

  static Object plain(AttributeValue attribute) {
    return switch (attribute.type()) {
      case M -> plain(attribute.m());
      case L -> attribute.l().stream().map(Documents::plain).toList();
      case S -> attribute.s();
      case BOOL -> attribute.bool();
      case N -> new BigDecimal(attribute.n());
      case NUL -> null;
      default -> throw new IllegalArgumentException("not of a document: " + attribute.type());
    };
  }

  static Map<String, Object> plain(Map<String, AttributeValue> attributes) {
    var object = new LinkedHashMap<String, Object>();
    attributes.forEach((name, attribute) -> object.put(name, plain(attribute)));
    return object;
  }

  private static Map<String, AttributeValue> map(Map<?, ?> object) {
    var attributes = new LinkedHashMap<String, AttributeValue>();
    object.forEach((name, value) -> attributes.put(name.toString(), attribute(value)));
    return attributes;
  }
}
