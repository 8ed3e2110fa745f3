package ratings.local.signin;

import ratings.local.http.QueryParameters;

/** What the admin page asks when its browser is back with a code (RFC 6749 4.1.3). */
public record TokenRequest(QueryParameters form) {

  /** What the token endpoint says. */
  public sealed interface Answer {}

  /** Tokens are due. */
  public record Granted(Grant grant) implements Answer {}

  /**
   * None are (RFC 6749 5.2).
   *
   * @param error a code, as {@code invalid_grant}
   */
  public record Refused(String error, String description) implements Answer {}

  /** Takes the code, whether it is good or not. */
  public Answer redeem(Codes codes) {
    for (String name : new String[] {"grant_type", "code", "client_id", "redirect_uri"}) {
      if (field(name).isEmpty()) {
        return new Refused("invalid_request", name + " is missing");
      }
    }
    if (!field("grant_type").equals("authorization_code")) {
      return new Refused("unsupported_grant_type", "only authorization_code is known here");
    }
    if (field("code_verifier").isEmpty()) {
      return new Refused("invalid_request", "code_verifier is missing");
    }
    return codes
        .redeem(field("code"))
        .filter(this::isMeant)
        .<Answer>map(Granted::new)
        .orElseGet(
            () ->
                new Refused(
                    "invalid_grant",
                    "the code is unknown, used, old, or another client's, page's or verifier's"));
  }

  private boolean isMeant(Grant grant) {
    return grant.clientId().equals(field("client_id"))
        && grant.redirectUri().equals(field("redirect_uri"))
        && grant.challenge().isMetBy(field("code_verifier"));
  }

  private String field(String name) {
    return form.first(name).orElse("");
  }
}
