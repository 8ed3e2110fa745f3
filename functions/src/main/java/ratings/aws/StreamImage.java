package ratings.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as they stand in Lambda's event of a stream, in JSON that is read already. */
final class StreamImage {
  private StreamImage() {}

  /**
   * The item of an image.
   *
   * @throws IllegalArgumentException for what is none
   */
  static Map<String, AttributeValue> item(Map<?, ?> image) {
    var item = new HashMap<String, AttributeValue>();
    image.forEach((name, value) -> item.put(name.toString(), attribute(value)));
    return item;
  }

  private static AttributeValue attribute(Object typed) {
    if (typed instanceof Map<?, ?> map && map.size() == 1) {
      var entry = map.entrySet().iterator().next();
      return attribute(entry.getKey().toString(), entry.getValue());
    }
    throw new IllegalArgumentException("no attribute of an image");
  }

  private static AttributeValue attribute(String type, Object value) {
    return switch (value) {
      case String text when type.equals("S") -> AttributeValue.fromS(text);
      case String number when type.equals("N") -> AttributeValue.fromN(number);
      case Boolean flag when type.equals("BOOL") -> AttributeValue.fromBool(flag);
      case Boolean nothing when type.equals("NULL") -> AttributeValue.fromNul(nothing);
      case List<?> list when type.equals("L") ->
          AttributeValue.fromL(list.stream().map(StreamImage::attribute).toList());
      case Map<?, ?> map when type.equals("M") -> AttributeValue.fromM(item(map));
      default -> throw new IllegalArgumentException("no attribute of ours");
    };
  }
}
