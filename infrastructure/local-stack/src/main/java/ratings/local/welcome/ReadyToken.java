package ratings.local.welcome;

import java.util.List;
import ratings.local.http.DevelopmentIssuer;

/**
 * A token that somebody can use at once.
 *
 * @param name of the shell's variable that it goes into
 * @param use what it is for
 */
public record ReadyToken(String name, String use, String token) {
  private static final String ALL =
      "ratings/read ratings/export ratings/erase ratings/settings ratings/conversations";

  /** One for each role, of teammates of the sample data, and one of another workspace. */
  public static List<ReadyToken> of(DevelopmentIssuer issuer) {
    return List.of(
        new ReadyToken(
            "ADMIN", "every right in acme, as Ada of team north", issuer.token("ada", "acme", ALL)),
        new ReadyToken(
            "READER",
            "reads acme, as Ray of team south",
            issuer.token("ray", "acme", "ratings/read")),
        new ReadyToken(
            "PLATFORM",
            "acme's chat platform",
            issuer.token("platform", "acme", "ratings/conversations")),
        new ReadyToken(
            "GLOBEX_ADMIN", "every right in globex", issuer.token("gus", "globex", ALL)));
  }

  /** The command that puts it into the shell. */
  public String export() {
    return "export " + name + "=" + token;
  }
}
