package ratings.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response; what is private to one caller is never cached.
 *
 * @param body text, or Base64 where it is binary
 */
public record Response(int status, Map<String, String> headers, String body, boolean binary) {
  public Response {
    headers = Map.copyOf(headers);
  }

  public Response(int status, Map<String, String> headers, String body) {
    this(status, headers, body, false);
  }

  /** A file that everybody may have. */
  public static Response text(String body) {
    return new Response(200, Map.of(), body);
  }

  /** The same, of any bytes, in Base64. */
  public static Response binary(String base64) {
    return new Response(200, Map.of(), base64, true);
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

  /** This response, or 304 to who has it already (RFC 9110, section 13.1.2). */
  public Response tagged(String tag, Request request) throws Problem.Refused {
    var known = EntityTags.of(request, "if-none-match");
    var response = known.filter(tags -> tags.match(tag)).isPresent() ? withoutBody(304) : this;
    return response.tagged(tag);
  }

  /** This response with the tag that stands for its content. */
  public Response tagged(String tag) {
    return with("etag", '"' + tag + '"');
  }

  /** What a HEAD is answered: the same, but for its content (RFC 9110, section 9.3.2). */
  public Response withoutContent() {
    return new Response(status, headers, "");
  }

  private Response withoutBody(int otherStatus) {
    var all = new LinkedHashMap<>(headers);
    all.remove("content-type");
    return new Response(otherStatus, all, "");
  }

  public Response with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Response(status, all, body, binary);
  }
}
