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
 * @param stageVariables what template.yaml tells every function of this API
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
    Map<String, String> stageVariables,
    byte[] body) {

  /** Largest body of our functions, in bytes. */
  public static final int LARGEST_BODY = 32 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LONGEST_ESCAPE = 3;

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** What a placeholder of the route stands for; empty where the event does not say. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** What template.yaml says on the API's stage; empty where it does not. */
  public String stageVariable(String name) {
    return stageVariables.getOrDefault(name, "");
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
   * The fields of the body, which is a form, in the order in which they were sent. The limit is of
   * what was typed, for a form writes a letter of most languages in six characters or nine.
   *
   * @throws Problem.Refused 413 over 32 KiB, 415 for another type, 400 for what is not UTF-8
   */
  public List<Map.Entry<String, String>> form() throws Problem.Refused {
    if (body.length > LONGEST_ESCAPE * LARGEST_BODY) {
      throw new Problem.Refused(Problem.tooLarge());
    }
    if (!type().equalsIgnoreCase(FORM)) {
      throw new Problem.Refused(Problem.unsupportedType(FORM));
    }
    var fields = QueryString.parse(text());
    int size =
        fields.stream()
            .map(field -> field.getKey() + field.getValue())
            .mapToInt(field -> field.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (size > LARGEST_BODY) {
      throw new Problem.Refused(Problem.tooLarge());
    }
    return fields;
  }

  private String type() {
    return header("content-type").orElse("").split(";", 2)[0].strip();
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
    if (List.of(types).stream().noneMatch(type()::equalsIgnoreCase)) {
      throw new Problem.Refused(Problem.unsupportedType(types));
    }
    try {
      return Json.read(text());
    } catch (Json.Malformed e) {
      throw new Problem.Refused(Problem.malformed(e.getMessage()));
    }
  }

  private String text() throws Problem.Refused {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new Problem.Refused(Problem.malformed("must be UTF-8"));
    }
  }
}
