package ratings.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A function's answer, payload format 2.0, as the gateway turns it into a response. */
final class FunctionAnswer {
  private static final JsonMapper JSON = new JsonMapper();

  /** The connection's own, which no function sets. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

  private FunctionAnswer() {}

  /** The response; 500 if the answer has not the form that the gateway understands. */
  static GatewayResponse toResponse(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      return answer.has("statusCode") ? explicit(answer) : inferred(answer);
    } catch (IOException | IllegalArgumentException e) {
      return GatewayResponse.internalServerError();
    }
  }

  private static GatewayResponse explicit(JsonNode answer) {
    int status = answer.path("statusCode").asInt(0);
    JsonNode body = answer.path("body");
    boolean malformed =
        status < 100
            || status > 599
            || !(body.isTextual() || body.isNull() || body.isMissingNode());
    if (malformed) {
      return GatewayResponse.internalServerError();
    }
    byte[] bytes = body(body.asText(""), answer.path("isBase64Encoded").asBoolean(false));
    return new GatewayResponse(status, headers(answer, bytes.length > 0), bytes);
  }

  /** An answer without a status: it is the body itself, and went well. */
  private static GatewayResponse inferred(JsonNode answer) throws JsonProcessingException {
    String body = answer.isTextual() ? answer.asText() : JSON.writeValueAsString(answer);
    return new GatewayResponse(
        200,
        Map.of("content-type", List.of("application/json")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] body(String text, boolean encoded) {
    return encoded ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> headers(JsonNode answer, boolean hasBody) {
    var headers = new TreeMap<String, List<String>>();
    for (var header : answer.path("headers").properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!OF_THE_CONNECTION.contains(name)) {
        headers.put(name, List.of(header.getValue().asText()));
      }
    }
    var cookies = answer.path("cookies").valueStream().map(JsonNode::asText).toList();
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    if (hasBody) {
      headers.putIfAbsent("content-type", List.of("text/plain; charset=utf-8"));
    }
    return headers;
  }
}
