package ratings.local.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.local.http.QueryParameters;

/**
 * What the admin page asks when it sends a browser here (RFC 6749 4.1.1, RFC 7636 4.3).
 *
 * @param fields as sent, so that the sign-in page's form can ask the same again
 */
public record AuthorizationRequest(Map<String, String> fields) {
  private static final String CODE = "code";
  private static final List<String> NAMES =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method");

  public AuthorizationRequest {
    fields = Map.copyOf(fields);
  }

  /** What becomes of a request. */
  public sealed interface Reading {}

  /** Somebody may be chosen. */
  public record Asked(AuthorizationRequest request) implements Reading {}

  /** The browser goes back with an error. */
  public record SentBack(URI to) implements Reading {}

  /** The browser stays, for nobody knows who sent it. */
  public record Refused(String why) implements Reading {}

  /** Reads a query, or the form that repeats it. */
  public static Reading read(QueryParameters sent, Client client) {
    var fields = new LinkedHashMap<String, String>();
    NAMES.forEach(name -> sent.first(name).ifPresent(value -> fields.put(name, value)));
    var request = new AuthorizationRequest(fields);
    if (!client.pages().contains(request.redirectUri())) {
      return new Refused("redirect_uri is not an admin page of this stack");
    }
    if (!client.id().equals(request.clientId())) {
      return new Refused("client_id is unknown here");
    }
    return request.checked();
  }

  private Reading checked() {
    if (!field("response_type").equals(CODE)) {
      return error("unsupported_response_type", "response_type must be code");
    }
    if (!List.of(field("scope").split(" ", -1)).contains("openid")) {
      return error("invalid_scope", "scope must have openid");
    }
    if (!field("code_challenge_method").equals(Challenge.METHOD) || !challenge().isHash()) {
      return error("invalid_request", "code_challenge by code_challenge_method S256 is required");
    }
    return new Asked(this);
  }

  /** Where the browser goes with the code. */
  public URI back(String code) {
    return back(Map.of(CODE, code));
  }

  public String redirectUri() {
    return field("redirect_uri");
  }

  /** What the token endpoint must hear again. */
  public Grant grantTo(Person person) {
    return new Grant(clientId(), redirectUri(), challenge(), field("nonce"), person);
  }

  private String clientId() {
    return field("client_id");
  }

  private Challenge challenge() {
    return new Challenge(field("code_challenge"));
  }

  private SentBack error(String error, String description) {
    return new SentBack(back(Map.of("error", error, "error_description", description)));
  }

  private URI back(Map<String, String> answer) {
    var all = new LinkedHashMap<>(answer);
    if (fields.containsKey("state")) {
      all.put("state", field("state"));
    }
    var pairs = all.entrySet().stream().map(it -> it.getKey() + "=" + encoded(it.getValue()));
    return URI.create(redirectUri() + "?" + String.join("&", pairs.toList()));
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
