package ratings.local.signin;

import java.util.List;
import java.util.Optional;
import ratings.local.http.QueryParameters;

/**
 * Somebody to sign in as.
 *
 * @param id the token's {@code sub}
 * @param workspace empty for a token that names none
 * @param rights as in {@code ratings/read}
 */
public record Person(String id, String name, String workspace, List<String> rights) {
  /** Every right there is (D13). */
  public static final List<String> EVERY_RIGHT =
      List.of(
          "ratings/read",
          "ratings/export",
          "ratings/erase",
          "ratings/settings",
          "ratings/conversations");

  private static final String SOMEBODY_ELSE = "other";

  public Person {
    rights = List.copyOf(rights);
  }

  /** People of the sample data, and one whom nobody gave a right. */
  public static List<Person> ready() {
    return List.of(
        new Person("ada", "Ada", "acme", EVERY_RIGHT),
        new Person("ray", "Ray", "acme", List.of("ratings/read", "ratings/export")),
        new Person("nora", "Nora", "acme", List.of()),
        new Person("gus", "Gus", "globex", EVERY_RIGHT));
  }

  /** Whom the sign-in page's form names, if it names anybody. */
  public static Optional<Person> chosen(QueryParameters form) {
    String choice = form.first("person").orElse("");
    if (!choice.equals(SOMEBODY_ELSE)) {
      return ready().stream().filter(person -> person.id().equals(choice)).findFirst();
    }
    var rights = form.all("right").stream().filter(EVERY_RIGHT::contains).distinct().toList();
    return form.first("sub")
        .map(String::strip)
        .filter(sub -> !sub.isEmpty())
        .map(sub -> new Person(sub, sub, form.first("workspace").orElse("").strip(), rights));
  }

  /** The scope of this person's tokens. */
  public String scope() {
    return rights.isEmpty() ? "openid" : "openid " + String.join(" ", rights);
  }
}
