package ratings.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** API Gateway's payload format 2.0: of the event only what a {@link Request} needs is read. */
final class GatewayEvent {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, String> texts = new HashMap<>();
  private Map<String, String> headers = Map.of();
  private Map<String, String> parameters = Map.of();
  private Map<String, String> claims = Map.of();
  private Map<String, String> stageVariables = Map.of();

  private GatewayEvent() {}

  static Request read(InputStream in) throws IOException {
    var event = new GatewayEvent();
    try (var parser = FACTORY.createParser(in)) {
      parser.nextToken();
      event.readObject(parser);
    }
    return event.request();
  }

  static void write(Response response, OutputStream out) throws IOException {
    var document = new LinkedHashMap<String, Object>();
    document.put("statusCode", response.status());
    document.put("headers", response.headers());
    document.put("body", response.body());
    document.put("isBase64Encoded", response.binary());
    out.write(Json.write(document));
  }

  /** Reads the event's objects that hold what we need, and passes over all others. */
  private void readObject(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      switch (name) {
        case "requestContext", "http", "authorizer", "jwt" -> {
          if (value == JsonToken.START_OBJECT) {
            readObject(parser);
          }
        }
        case "headers" -> headers = lowerCased(strings(parser));
        case "pathParameters" -> parameters = strings(parser);
        case "claims" -> claims = strings(parser);
        case "stageVariables" -> stageVariables = strings(parser);
        case "routeKey", "rawPath", "rawQueryString", "requestId", "method", "body" -> {
          if (value == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
          }
        }
        case "isBase64Encoded" -> texts.put(name, parser.getText());
        default -> parser.skipChildren();
      }
    }
  }

  private Request request() {
    return new Request(
        text("requestId"),
        text("routeKey"),
        text("method"),
        text("rawPath"),
        text("rawQueryString"),
        headers,
        parameters,
        claims,
        stageVariables,
        body());
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }

  private byte[] body() {
    return text("isBase64Encoded").equals("true")
        ? Base64.getDecoder().decode(text("body"))
        : text("body").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> strings(JsonParser parser) throws IOException {
    var strings = new LinkedHashMap<String, String>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return strings;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        strings.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return strings;
  }

  private static Map<String, String> lowerCased(Map<String, String> headers) {
    var lowerCased = new HashMap<String, String>();
    headers.forEach((name, value) -> lowerCased.put(name.toLowerCase(Locale.ROOT), value));
    return lowerCased;
  }
}
