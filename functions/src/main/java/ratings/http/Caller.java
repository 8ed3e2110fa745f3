package ratings.http;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ratings.domain.Tenancy;
import ratings.domain.document.Text;

/**
 * Who calls with a verified token: the tenant, the teammate and the rights come from its claims and
 * from nowhere else (D13).
 *
 * @param rights scopes and groups together
 */
public record Caller(String workspace, String teammate, Set<String> rights) {

  /**
   * The caller of a request on a route that the API's authorizer guards.
   *
   * @throws Problem.Refused 403 where the right is missing, or the token names no workspace
   */
  public static Caller of(Request request, Tenancy tenancy, String right) throws Problem.Refused {
    if (!rights(request.claims()).contains(right)) {
      throw new Problem.Refused(Problem.forbidden(right));
    }
    return of(request, tenancy);
  }

  /**
   * Whoever has a token, for what everybody may see of their own.
   *
   * @throws Problem.Refused 403 where the token names no workspace
   */
  public static Caller of(Request request, Tenancy tenancy) throws Problem.Refused {
    var claims = request.claims();
    var workspace = claims.getOrDefault(tenancy.workspaceClaim(), tenancy.onlyWorkspace());
    if (!Text.isId(workspace) || workspace.contains("[")) {
      throw new Problem.Refused(
          Problem.of(403, "forbidden", "Not allowed", "The token names no workspace."));
    }
    var teammate = claims.getOrDefault(tenancy.teammateClaim(), claims.getOrDefault("sub", ""));
    return new Caller(workspace, teammate, rights(claims));
  }

  private static Set<String> rights(Map<String, String> claims) {
    var rights = new HashSet<String>();
    words(claims.getOrDefault("scope", "")).forEach(rights::add);
    words(claims.getOrDefault("cognito:groups", "")).forEach(rights::add);
    return rights;
  }

  /** An HTTP API writes a claim that is a list as {@code [a b]}. */
  private static Stream<String> words(String claim) {
    var inner =
        claim.startsWith("[") && claim.endsWith("]")
            ? claim.substring(1, claim.length() - 1)
            : claim;
    return Arrays.stream(inner.split(" +")).filter(word -> !word.isEmpty());
  }
}
