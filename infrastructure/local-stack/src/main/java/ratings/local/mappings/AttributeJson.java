package ratings.local.mappings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A DynamoDB attribute in DynamoDB's JSON: one member that names the type; numbers are text. A
 * value without a type is an empty map, of which DynamoDB Local's stream says no more.
 */
final class AttributeJson {
  private AttributeJson() {}

  static ObjectNode of(AttributeValue value) {
    var json = JsonNodeFactory.instance.objectNode();
    return switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b()));
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case SS -> {
        var list = json.putArray("SS");
        value.ss().forEach(list::add);
        yield json;
      }
      case NS -> {
        var list = json.putArray("NS");
        value.ns().forEach(list::add);
        yield json;
      }
      case BS -> {
        var list = json.putArray("BS");
        value.bs().forEach(bytes -> list.add(base64(bytes)));
        yield json;
      }
      case L -> {
        var list = json.putArray("L");
        value.l().forEach(element -> list.add(of(element)));
        yield json;
      }
      case M -> {
        var map = json.putObject("M");
        value.m().forEach((name, element) -> map.set(name, of(element)));
        yield json;
      }
      case UNKNOWN_TO_SDK_VERSION -> json.set("M", JsonNodeFactory.instance.objectNode());
    };
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }
}
