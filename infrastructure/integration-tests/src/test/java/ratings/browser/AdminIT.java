package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** Who gets into the pages for admins, and what they see there. */
@InChromium
class AdminIT {
  private static final String TOKEN =
      "() => JSON.parse(sessionStorage.getItem('ratings:session')).token";

  @Test
  void d13OneSeesThePagesThatOneHasTheRightsFor() {
    var admin = Admin.of("rights-of-few", "ratings/read").open("");

    assertThat(admin.page().locator("h1")).hasText("Ratings");
    assertThat(admin.place()).isEqualTo("/admin/ratings");
    assertThat(admin.link("Exports")).hasCount(0);
    assertThat(admin.page().getByText("Select Action")).hasCount(0);
    admin.open("widgets");
    assertThat(admin.page().locator("main")).containsText("ratings/settings");
    assertThat(admin.tab().strange()).isEmpty();
  }

  @Test
  void d13WhoSignsInIsWhereTheyWantedToBeUntilTheySignOut() {
    var place = "ratings?rating%5Blte%5D=2&channel=email&timeZone=America%2FNew_York";
    var visitor = Admin.signedOut("rights-of-reader").open(place);
    assertThat(visitor.page().locator("h1")).hasText("Conversation ratings");
    visitor.button("Sign in").click();
    var form = visitor.page().locator("form.fields");
    form.locator("[name=sub]").fill("grace");
    form.locator("[name=workspace]").fill(visitor.workspace());
    form.getByLabel("ratings/read").check();
    form.locator("button").click();

    assertThat(visitor.page().locator("h1")).hasText("Ratings");
    assertThat(visitor.place()).isEqualTo("/admin/" + place);
    assertThat(visitor.page().locator(".chip")).hasCount(2);
    assertThat(visitor.page().locator(".empty h2")).hasText("No rating matches these filters");
    assertThat(visitor.page().locator(".who")).containsText("grace");
    assertThat(visitor.page().locator(".who")).containsText(visitor.workspace());

    visitor.button("Sign out").click();
    assertThat(visitor.button("Sign in")).isVisible();
    visitor.open(place);
    assertThat(visitor.button("Sign in")).isVisible();
    assertThat(visitor.tab().strange()).isEmpty();
  }

  @Test
  void d13WhoHasNoRightSeesNothingAndTheApiAgrees() {
    var visitor = Admin.signedOut("acme").open("ratings");
    visitor.button("Sign in").click();
    visitor.page().locator("button[value=nora]").click();

    assertThat(visitor.page().locator("h1")).hasText("Ratings");
    assertThat(visitor.page().locator("main")).containsText("ratings/read");
    assertThat(visitor.page().locator("nav a")).hasCount(0);
    visitor.open("");
    assertThat(visitor.page().locator("h1")).hasText("Nothing to see yet");
    var token = (String) visitor.page().evaluate(TOKEN);
    assertThat(RunningStack.api().as(token).get("/v1/ratings").status()).isEqualTo(403);
    assertThat(visitor.tab().strange()).isEmpty();
  }
}
