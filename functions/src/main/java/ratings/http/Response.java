package ratings.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response; what is private to one caller is never cached. */
public record Response(int status, Map<String, String> headers, String body) {
  public Response {
    headers = Map.copyOf(headers);
  }

  public static Response json(int status, Object document) {
    return new Response(
        status,
        Map.of("content-type", "application/json", "cache-control", "no-store"),
        new String(Json.write(document), StandardCharsets.UTF_8));
  }

  public static Response ok(Object document) {
    return json(200, document);
  }

  public static Response empty(int status) {
    return new Response(status, Map.of("cache-control", "no-store"), "");
  }

  public Response with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Response(status, all, body);
  }
}
