package ratings.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;

/**
 * What went wrong, as RFC 9457 tells it: {@code application/problem+json}.
 *
 * @param code names the kind of problem, for programs; ends {@code type}
 * @param detail for people
 * @param members further members, as {@code errors} or {@code rating}
 * @param headers as {@code Retry-After} or {@code Allow}
 */
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    Map<String, Object> members,
    Map<String, String> headers) {
  private static final String TYPES = "https://conversation-ratings.example/problems/";

  /** A problem met on the way to an answer: it ends the request. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public Refused(Problem problem) {
      super(problem.code(), null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of(), Map.of());
  }

  /** A body or query that breaks its contract, with every place where it does. */
  public static Problem invalid(List<Violation> violations) {
    var errors =
        violations.stream().map(v -> Map.of("pointer", v.pointer(), "detail", v.detail())).toList();
    return of(400, "invalid", "Not valid", "What was sent breaks the contract.")
        .with("errors", errors);
  }

  /**
   * What was read.
   *
   * @throws Refused 400 with every place where the document breaks its contract
   */
  public static <T> T unlessValid(Reading<T> reading) throws Refused {
    return switch (reading) {
      case Reading.Valid<T>(var value) -> value;
      case Reading.Invalid<T>(var violations) -> throw new Refused(invalid(violations));
    };
  }

  static Problem malformed(String detail) {
    return invalid(List.of(new Violation("", detail)));
  }

  public static Problem badRequest(String detail) {
    return of(400, "invalid", "Not valid", detail);
  }

  public static Problem forbidden(String right) {
    return of(403, "forbidden", "Not allowed", "This takes the right " + right + ".");
  }

  public static Problem notFound(String detail) {
    return of(404, "not-found", "Not found", detail);
  }

  public static Problem methodNotAllowed(String allow) {
    return of(405, "method-not-allowed", "Method not allowed", "This path takes " + allow + ".")
        .withHeader("allow", allow);
  }

  public static Problem changedMeanwhile() {
    return of(412, "changed-meanwhile", "Changed meanwhile", "It is no longer what you have read.");
  }

  static Problem tooLarge() {
    return of(413, "too-large", "Too large", "The body may have 32 KiB.");
  }

  static Problem unsupportedType(String... types) {
    return of(
        415,
        "unsupported-type",
        "Unsupported type",
        "The body may be " + String.join(" or ", types) + ".");
  }

  static Problem tryAgain() {
    return of(503, "try-again", "Try again", "This could not be done just now.")
        .withHeader("retry-after", "1");
  }

  public Problem with(String member, Object value) {
    var all = new LinkedHashMap<>(members);
    all.put(member, value);
    return new Problem(status, code, title, detail, all, headers);
  }

  public Problem withHeader(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(status, code, title, detail, members, all);
  }

  /** The response to the request of that id. */
  public Response response(String requestId) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", TYPES + code);
    document.put("title", title);
    document.put("status", status);
    document.put("detail", detail);
    document.put("instance", requestId);
    document.put("code", code);
    document.putAll(members);
    var response = Response.json(status, document).with("content-type", "application/problem+json");
    for (var header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }
}
