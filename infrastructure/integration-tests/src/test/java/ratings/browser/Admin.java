package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import ratings.integration.Api;
import ratings.integration.RunningStack;

/**
 * Somebody in the pages for admins, signed in by a token that the local issuer gave.
 *
 * @param workspace a test's own, so that it holds what the test put there and nothing else
 */
record Admin(String workspace, Tab tab) {
  /** Where the pages keep the session of a tab. */
  private static final String SIGNED_IN =
      "session => sessionStorage.setItem('ratings:session', JSON.stringify(session))";

  private static final String SIGNED_OUT = "() => sessionStorage.clear()";

  /** With these rights, separated by spaces, in a tab that was never there before. */
  static Admin of(String workspace, String rights) {
    var admin = signedOut(workspace);
    var token = RunningStack.caller(workspace, rights).token();
    admin.page().evaluate(SIGNED_IN, Map.of("token", token, "name", "Ada Lovelace"));
    return admin;
  }

  /** Somebody whom nobody knows yet. */
  static Admin signedOut(String workspace) {
    var tab = Chromium.tab();
    tab.open(RunningStack.pages().url() + "/widget/ratings.js"); // any file of the same origin
    tab.page().evaluate(SIGNED_OUT);
    return new Admin(workspace, tab);
  }

  /** Opens a page by its path, as {@code ratings?channel=email}, and waits for its heading. */
  Admin open(String path) {
    assertThat(tab.open(RunningStack.pages().url() + "/admin/" + path)).isEqualTo(200);
    assertThat(page().locator("h1")).isVisible();
    return this;
  }

  Page page() {
    return tab.page();
  }

  Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, named(name));
  }

  Locator link(String name) {
    return page().getByRole(AriaRole.LINK, named(name));
  }

  /** The address that the page has, without its origin. */
  String place() {
    return page().url().substring(RunningStack.pages().url().toString().length());
  }

  /** The API as the company's own platform uses it. */
  Api api() {
    return RunningStack.adminOf(workspace);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
