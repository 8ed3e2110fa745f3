package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** Settings > Collect ratings, which says of each widget whether it asks, and what. */
@InChromium
class CollectRatingsIT {
  private static final String RIGHT = "ratings/settings";

  @Test
  void r15R79R80R81EachWidgetHasItsOwnToggleByWhichNobodyLosesAnotherSetting() {
    var admin = having("toggles", "toggles-off", "toggles-on").open("widgets");
    widget(admin, "toggles-off").getByRole(AriaRole.SWITCH).focus();
    admin.page().keyboard().press("Space");
    assertThat(widget(admin, "toggles-off")).containsText("Saved: nobody is asked.");

    assertThat(admin.api().get("/v1/lines/toggles-off").body())
        .contains("\"own\":{", "\"collectRatings\":false", "\"rateWithinHours\":48");
    assertThat(admin.api().get("/v1/lines/toggles-on").body()).contains("\"collectRatings\":true");
    assertThat(preview(admin).getByRole(AriaRole.STATUS)).containsText("nobody is asked");
    assertThat(panel(admin)).not().isChecked();
    widget(admin, "toggles-on").getByRole(AriaRole.LINK).click();
    assertThat(panel(admin)).isChecked();
    assertThat(admin.tab().strange()).isEmpty();

    var off = new Shop("toggles-off", admin.tab());
    off.open("en");
    off.end("close");
    assertThat(off.chat()).isHidden();
    var on = new Shop("toggles-on", admin.tab());
    on.open("en");
    assertThat(on.end("close")).isVisible();
  }

  @Test
  void r86R88R90WhatItAsksIsTriedInAPreviewThatStoresNothingAndThenSaved() {
    var admin = having("asks", "asks-web").open("widgets?widget=asks-web");
    var page = admin.page();
    assertThat(preview(admin).locator("legend").first())
        .hasText("Please rate the quality of service");
    page.getByLabel("Faces").check();
    page.getByLabel("The visitor restarts it").uncheck();
    page.getByLabel("English").fill("How <b>was</b> it?");
    assertThat(preview(admin).locator(".faces5 label")).hasCount(5);
    assertThat(preview(admin).locator("legend").first()).hasText("How <b>was</b> it?");
    assertThat(page.getByLabel("English")).isFocused();

    preview(admin).locator(".scores label").nth(1).click();
    preview(admin).locator("textarea").fill("Slow.");
    preview(admin).getByText("Send").click();
    assertThat(preview(admin).getByRole(AriaRole.STATUS).last()).hasText("The chat has closed.");
    assertThat(page.evaluate("() => Object.keys(localStorage).join()").toString())
        .doesNotContain("preview");
    assertThat(admin.api().get("/v1/ratings").body()).contains("\"items\":[]");
    assertThat(admin.api().get("/v1/lines/asks-web").body()).doesNotContain("\"scale\":\"faces5\"");

    admin.button("Save").click();
    assertThat(page.getByText("Saved.")).isVisible();
    assertThat(admin.api().get("/v1/lines/asks-web").body())
        .contains("\"scale\":\"faces5\"", "How <b>was</b> it?", "\"rateWithinHours\":48")
        .doesNotContain("\"restart\"");
    assertThat(admin.tab().strange()).isEmpty();
  }

  @Test
  void whoSavesWhatSomebodyElseHasChangedMeanwhileIsToldAndNobodyLosesAnything() {
    var admin = having("meanwhile", "meanwhile-web").open("widgets");
    var page = admin.page();
    page.getByLabel("Thumbs").check();
    page.getByLabel("English").fill("Was it good?");
    page.getByLabel("The visitor restarts it").uncheck();
    assertThat(admin.button("Save")).isEnabled();
    set(
        admin,
        "meanwhile-web",
        """
        , "requestText": {"en": "How was it?", "de": "Wie war es?"}, "askResolved": true,
        "askAfter": ["restart", "teammate"]\
        """);
    panel(admin).press("Space");
    assertThat(widget(admin, "meanwhile-web")).containsText("Saved: nobody is asked.");
    admin.button("Save").click();

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("somebody else saved");
    assertThat(page.getByLabel("Was your issue resolved?")).isChecked();
    assertThat(page.getByLabel("Thumbs")).isChecked();
    assertThat(page.getByLabel("German")).hasValue("Wie war es?");
    assertThat(page.getByLabel("English")).hasValue("Was it good?");
    assertThat(own(admin, "meanwhile-web")).contains("How was it?").doesNotContain("thumbs");
    admin.button("Save").click();
    assertThat(page.getByText("Saved.")).isVisible();
    assertThat(own(admin, "meanwhile-web"))
        .contains("\"scale\":\"thumbs\"", "\"askResolved\":true", "\"collectRatings\":false")
        .contains("Was it good?", "Wie war es?", "\"askAfter\":[\"teammate\"]");
  }

  @Test
  void whoTypesAndSwitchesWhileASaveIsOnItsWayLosesNothingAndIsNotBlamedForIt() {
    var admin = having("hurry", "hurry-web").open("widgets");
    var page = admin.page();
    page.getByLabel("Thumbs").check();
    assertThat(admin.button("Save")).isEnabled();
    var writes = new ArrayList<Route>();
    page.route("**/v1/lines/hurry-web", route -> hold(route, writes));
    admin.button("Save").dblclick();
    page.waitForCondition(() -> !writes.isEmpty());
    page.getByLabel("English").fill("Was it good?");
    panel(admin).press("Space");
    panel(admin).press("Space");
    assertThat(panel(admin)).isChecked();
    page.unroute("**/v1/lines/hurry-web");
    writes.forEach(Route::resume);

    assertThat(page.getByText("Saved, but not what changed since.")).isVisible();
    assertThat(widget(admin, "hurry-web")).containsText("Saved: visitors are asked.");
    assertThat(page.getByLabel("English")).hasValue("Was it good?");
    admin.button("Save").click();
    assertThat(page.getByText("Saved.", exactly())).isVisible();
    assertThat(writes).hasSize(1);
    assertThat(own(admin, "hurry-web"))
        .contains("thumbs", "Was it good?", "\"collectRatings\":true");
  }

  @Test
  void whatIsSetHereGoesBackToWhatIsInherited() {
    var admin = having("back", "back-web");
    set(admin, "back-web", ", \"lowRating\": {\"threshold\": 3}");
    admin.open("widgets");
    var page = admin.page();
    page.getByLabel("Thumbs").check();
    assertThat(page.getByText("own limit of low ratings")).isVisible();
    page.getByLabel("The visitor closes the chat (X)").uncheck();
    page.getByLabel("The visitor restarts it").uncheck();
    assertThat(preview(admin).getByRole(AriaRole.STATUS).first())
        .hasText("Nobody is asked when the visitor ends the chat.");
    assertThat(preview(admin).locator(".scores")).hasCount(0);
    save(admin);
    assertThat(own(admin, "back-web"))
        .contains("\"scale\":\"thumbs\"", "\"askAfter\":[\"teammate\",\"timeout\"]")
        .doesNotContain("threshold");

    admin.button("Use inherited").first().click();
    admin.button("Use inherited").click();
    assertThat(page.getByLabel("Stars")).isChecked();
    assertThat(page.getByLabel("closes the chat (X)")).isFocused();
    assertThat(page.getByLabel("The visitor restarts it")).isChecked();
    save(admin);
    assertThat(own(admin, "back-web")).doesNotContain("scale", "askAfter");
  }

  @Test
  void aToggleThatIsRefusedSaysWhyAndStaysAsItWas() {
    var admin = having("refused", "refused-web").open("widgets");
    assertThat(admin.button("Save")).isEnabled();
    admin.page().route("**/v1/lines/refused-web", CollectRatingsIT::refuse);
    panel(admin).press("Space");

    assertThat(widget(admin, "refused-web")).containsText("Not saved. Look again. must be so");
    assertThat(panel(admin)).isChecked();
  }

  @Test
  void aNewWidgetIsMadeAndEmbeddedByTheLineThatThePageGives() throws IOException {
    having("others", "others-web");
    var admin = having("makes").open("widgets");
    var page = admin.page();
    field(page, "Name").fill("My Shop, 2nd");
    assertThat(field(page, "Id")).hasValue("my-shop-2nd");
    field(page, "Id").fill("others-web");
    admin.button("Make widget").click();
    assertThat(page.getByText("Another workspace has a widget of this id.")).isVisible();
    assertThat(field(page, "Id")).isFocused();
    field(page, "Id").fill("makes-web");
    page.keyboard().press("Enter");
    assertThat(page.locator("widget-settings h2").first()).hasText("My Shop, 2nd");
    assertThat(page).hasURL(RunningStack.pages().url() + "/admin/widgets?widget=makes-web");
    assertThat(widget(admin, "makes-web").getByRole(AriaRole.LINK)).isFocused();
    assertThat(widget(admin, "makes-web")).containsText("Made.");

    admin.tab().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    admin.button("Copy").click();
    assertThat(page.getByText("Copied.")).isVisible();
    var line = (String) page.evaluate("() => navigator.clipboard.readText()");
    admin.tab().context().clearPermissions();
    assertThat(line)
        .contains("src=\"" + RunningStack.pages().url() + "/widget/ratings.js\"")
        .contains("data-api=\"" + RunningStack.api().url() + "\" data-widget=\"makes-web\"");
    assertThat(admin.tab().strange()).isEmpty();
    try (var website = Website.having(path -> page(line))) {
      admin.tab().open(website.url());
      page.waitForFunction("() => customElements.get('conversation-rating')");
      assertThat(new Shop("makes-web", admin.tab()).end("close")).isVisible();
    }
  }

  @Test
  void whoMayNotChangeSettingsHasNoSuchPageAndIsRefusedByTheApi() {
    var admin = Admin.of("may-not", "ratings/read").open("ratings");
    assertThat(admin.link("Collect ratings")).hasCount(0);
    admin.open("widgets");
    assertThat(admin.page().locator("main")).containsText(RIGHT);
    assertThat(admin.page().locator(".widgets")).hasCount(0);
    assertThat(RunningStack.caller("may-not", "ratings/read").get("/v1/lines").status())
        .isEqualTo(403);
  }

  @Test
  void axeFindsNothingLightDarkAndRightToLeftAndItFitsAPhone() {
    var admin = having("acme-shop", "help-centre", "web-shop");
    set(admin, "help-centre", ", \"collectRatings\": false");
    set(admin, "web-shop", ", \"requestText\": {\"en\": \"How was it?\", \"ar\": \"كيف كانت؟\"}");
    admin.open("widgets?widget=web-shop");
    var page = admin.page();
    var sight = Sight.of(page);
    assertThat(preview(admin).locator("legend").first()).hasText("How was it?");
    Screenshot.published(page, "toggle");
    assertThat(sight.violations()).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(sight.paleTexts()).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    var on = panel(admin).screenshot();
    panel(admin).evaluate("it => it.checked = false");
    assertThat(panel(admin).screenshot()).isNotEqualTo(on);
    panel(admin).evaluate("it => it.checked = true");
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));

    page.evaluate("() => document.documentElement.dir = 'rtl'");
    page.getByLabel("Language").selectOption("ar");
    assertThat(preview(admin).locator("form[dir=rtl]")).isVisible();
    page.setViewportSize(360, 740);
    assertThat(sight.violations()).isEmpty();
    assertThat(sight.tooWide()).isEmpty();
    assertThat(sight.tooSmall()).isEmpty();
    assertThat(admin.tab().strange()).isEmpty();
  }

  /** Somebody who may change settings, in a workspace with these widgets. */
  private static Admin having(String workspace, String... widgets) {
    var admin = Admin.of(workspace, RIGHT);
    RunningStack.api().get("/v1/widgets/nobodys"); // the first call starts the function
    for (var widget : widgets) {
      set(admin, widget, "");
    }
    return admin;
  }

  private static void set(Admin admin, String widget, String more) {
    var settings = "{\"channel\": \"website\", \"name\": \"%s\", \"rateWithinHours\": 48%s}";
    var answer = admin.api().put("/v1/lines/" + widget, settings.formatted(name(widget), more));
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  /** {@code help-desk} is called Help desk. */
  private static String name(String widget) {
    var words = widget.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Locator widget(Admin admin, String id) {
    return admin.page().locator(".widgets li").filter(new Locator.FilterOptions().setHasText(id));
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static FrameLocator preview(Admin admin) {
    return admin.page().frameLocator("iframe");
  }

  private static Locator panel(Admin admin) {
    return admin.page().locator("widget-settings").getByRole(AriaRole.SWITCH);
  }

  private static void save(Admin admin) {
    admin.button("Save").click();
    assertThat(admin.page().getByText("Saved.", exactly())).isVisible();
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  /** What the widget has of its own, as it is stored. */
  private static String own(Admin admin, String widget) {
    return admin.api().get("/v1/lines/" + widget).body().split("\"effective\"", 2)[0];
  }

  private static void hold(Route route, List<Route> held) {
    if (route.request().method().equals("PUT")) {
      held.add(route);
    } else {
      route.resume();
    }
  }

  private static void refuse(Route route) {
    if (!route.request().method().equals("PUT")) {
      route.resume();
      return;
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(400)
            .setContentType("application/problem+json")
            .setHeaders(Map.of("access-control-allow-origin", "*"))
            .setBody(
                """
                {"detail": "Look again.", "errors": [{"pointer": "/x", "detail": "must be so"}]}
                """));
  }

  /** A page with a chat and the line pasted. */
  private static String page(String line) {
    return "<!doctype html><link rel=\"icon\" href=\"data:,\"><div id=\"chat\">"
        + "<button id=\"restart\">New</button><button id=\"close\">X</button></div>"
        + line;
  }
}
