package ratings.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request, as an HTTP API hands it to a function in payload format 2.0.
 *
 * @param id the gateway's id of the request
 * @param route the route that matched: {@code POST /v1/widgets/{widgetId}/ratings}
 * @param rawQuery the query as it was sent, for the gateway's own map joins repeated names
 * @param headers by lower-case name
 * @param parameters what the route's placeholders stand for
 * @param claims of the verified token, empty on a route without one
 */
public record Request(
    String id,
    String route,
    String method,
    String path,
    String rawQuery,
    Map<String, String> headers,
    Map<String, String> parameters,
    Map<String, String> claims,
    byte[] body) {

  /** Largest body of our functions, in bytes. */
  public static final int LARGEST_BODY = 32 * 1024;

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** What a placeholder of the route stands for; empty where the event does not say. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** Scheme and host under which the caller reached us. */
  public String base() {
    var scheme = header("x-forwarded-proto").filter("http"::equals).orElse("https");
    return scheme + "://" + header("host").orElse("localhost");
  }

  /** The query's fields in the order in which they were sent, decoded, repeated names and all. */
  public List<Map.Entry<String, String>> query() throws Problem.Refused {
    return QueryString.parse(rawQuery);
  }

  /**
   * The body as a plain document.
   *
   * @throws Problem.Refused 413 over 32 KiB, 415 for a type that is none of these, 400 for what is
   *     not UTF-8 or not JSON
   */
  public Object json(String... types) throws Problem.Refused {
    if (body.length > LARGEST_BODY) {
      throw new Problem.Refused(Problem.tooLarge());
    }
    var type = header("content-type").orElse("").split(";", 2)[0].strip();
    if (List.of(types).stream().noneMatch(type::equalsIgnoreCase)) {
      throw new Problem.Refused(Problem.unsupportedType(types));
    }
    try {
      return Json.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      throw new Problem.Refused(Problem.malformed("must be UTF-8"));
    } catch (Json.Malformed e) {
      throw new Problem.Refused(Problem.malformed(e.getMessage()));
    }
  }
}
