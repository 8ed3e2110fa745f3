package ratings.local.welcome;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.TreeMap;
import ratings.local.signin.AuthorizationRequest;
import ratings.local.signin.Person;

/** The page that stands in for an identity provider's: it asks who to be, and no password. */
public final class SignInPage {
  private final Look look = new Look();

  /** Serves the page; its form may lead back to where the request came from. */
  public void send(HttpExchange exchange, AuthorizationRequest request) throws IOException {
    var origin = URI.create(request.redirectUri()).resolve("/").toString();
    look.send(exchange, page(request), origin.substring(0, origin.length() - 1));
  }

  private Html page(AuthorizationRequest request) {
    var fields = fields(request);
    return Html.of(
        Look.file("signin.html"),
        look.style(),
        request.redirectUri(),
        fields,
        Html.all(Person.ready().stream().map(SignInPage::button).toList()),
        fields,
        Html.all(Person.EVERY_RIGHT.stream().map(SignInPage::box).toList()));
  }

  private static Html fields(AuthorizationRequest request) {
    return Html.all(
        new TreeMap<>(request.fields())
            .entrySet().stream()
                .map(
                    field ->
                        Html.of(
                            "<input type=\"hidden\" name=\"%s\" value=\"%s\">",
                            field.getKey(), field.getValue()))
                .toList());
  }

  private static Html button(Person person) {
    return Html.of(
        "<li><button name=\"person\" value=\"%s\"><b>%s</b> <span>%s, %s</span></button></li>",
        person.id(), person.name(), person.workspace(), rights(person));
  }

  private static String rights(Person person) {
    if (person.rights().equals(Person.EVERY_RIGHT)) {
      return "every right";
    }
    return person.rights().isEmpty() ? "no right at all" : String.join(", ", person.rights());
  }

  private static Html box(String right) {
    return Html.of(
        "<label><input type=\"checkbox\" name=\"right\" value=\"%s\"> %s</label>", right, right);
  }
}
