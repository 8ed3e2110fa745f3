package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who sees what of the pages for admins. */
@InChromium
class AdminIT {

  @Test
  void d13OneSeesThePagesThatOneHasTheRightsFor() {
    var admin = Admin.of("rights-of-few", "ratings/read").open("");

    assertThat(admin.page().locator("h1")).hasText("Ratings");
    assertThat(admin.place()).isEqualTo("/admin/ratings");
    assertThat(admin.link("Exports")).hasCount(0);
    admin.open("widgets");
    assertThat(admin.page().locator("main")).containsText("ratings/settings");
    assertThat(admin.tab().strange()).isEmpty();
  }
}
