package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.integration.Waiting;

/** A visitor of a website whose chat has the widget. */
@InChromium
class WidgetIT {

  @Test
  void r22R52R97OneClickStoresAndTheSecondStepAddsWhy() {
    var shop = Shop.having("click", "faces5", "en");
    assertThat(shop.end("close")).isVisible();
    assertThat(shop.chat()).isVisible();
    assertThat(shop.prompt().locator("legend").first()).hasText("How was our service?");

    shop.score(2).click();
    assertThat(shop.listed(1).body()).contains("\"score\":2,", "\"feedback\":null");
    assertThat(shop.prompt().getByText("Thank you!")).isVisible();

    shop.prompt().locator("textarea").fill("I waited an hour.");
    shop.prompt().getByText("No", new GetByTextOptions().setExact(true)).click();
    shop.prompt().getByText("It took too long").click();
    shop.prompt().getByText("Send").click();
    assertThat(shop.chat()).isHidden();

    assertThat(shop.list().body())
        .contains("\"score\":2,", "I waited an hour.", "\"resolved\":false", "[\"slow\"]");
    assertThat(shop.tab().strange()).isEmpty();
  }

  @Test
  void r53OnRestartTheSessionThatEndedIsRatedAndTheNextOneIsAnother() {
    var shop = Shop.having("restart", "thumbs", "en");
    for (int i = 1; i <= 2; i++) {
      shop.end("restart");
      shop.score(i % 2).click();
      shop.listed(i);
      shop.prompt().locator(".skip").click();
      assertThat(shop.prompt()).hasCount(0);
      assertThat(shop.chat()).isVisible();
    }
    assertThat(
            shop.list()
                .body()
                .replaceAll("(?s).*?\"conversationId\":\"([^\"]+)\".*?", "$1 ")
                .split(" ", -1))
        .doesNotHaveDuplicates();
  }

  @Test
  void r56WhoSkipsStoresNothingAndTheChatCloses() {
    var shop = Shop.having("skip", "stars5", "en");
    shop.end("close").locator(".skip").click();

    assertThat(shop.chat()).isHidden();
    assertThat(shop.list().body()).contains("\"items\":[]");
  }

  @Test
  void r80WithTheToggleOffNobodyIsAskedAndTheChatCloses() {
    var shop = Shop.having("off", "stars5", "en");
    shop.set("{\"channel\": \"website\", \"name\": \"Shop\", \"collectRatings\": false}");
    shop.tab().page().route("**/v1/widgets/*?*", WidgetIT::uncached);
    shop.tab().page().locator("#close").click();

    assertThat(shop.chat()).isHidden();
    assertThat(shop.prompt()).hasCount(0);
  }

  @Test
  void d8R52WhereTheXIsNotAskedAfterTheChatClosesAtOnce() {
    var shop = Shop.askingAfter("restart");
    shop.tab().page().locator("#close").click();
    assertThat(shop.chat()).isHidden();

    shop.tab().page().locator("#open").click();
    assertThat(shop.end("restart")).isVisible();
  }

  @Test
  void d8R53WhereRestartIsNotAskedAfterTheChatBeginsAnewAtOnce() {
    var shop = Shop.askingAfter("customer").talk();
    shop.tab().page().locator("#restart").click();
    assertThat(shop.messages()).hasCount(1);

    assertThat(shop.end("close")).isVisible();
  }

  @Test
  void p13WhatTheNetworkDidNotTakeIsSentLaterAndTheChatClosesAllTheSame() {
    var shop = Shop.having("offline", "nps", "en");
    shop.end("close");
    shop.tab().page().route("**/ratings", Route::abort);
    shop.score(9).click();
    assertThat(shop.prompt().locator("[role=status]")).containsText("offline");
    shop.prompt().locator(".skip").click();
    assertThat(shop.chat()).isHidden();
    assertThat(shop.list().body()).contains("\"items\":[]");

    shop.tab().page().unrouteAll();
    shop.open("en");

    assertThat(shop.listed(1).body()).contains("\"score\":9,");
  }

  @Test
  void p13WhatHangsHoldsNothingUpAndIsSentLater() {
    var shop = Shop.having("hangs", "thumbs", "en");
    shop.end("close");
    shop.tab().page().route("**/ratings", route -> {});
    shop.score(0).click();
    shop.prompt().locator(".skip").click();
    assertThat(shop.chat()).isHidden();

    shop.tab().page().unrouteAll();
    shop.open("en");

    assertThat(shop.listed(1).body()).contains("\"score\":0,");
  }

  @Test
  void p13TheNewestOfTwoScoresIsKeptWhenItsSendingFails() {
    var shop = Shop.having("newest", "stars5", "en");
    shop.end("close");
    shop.score(4).click();
    shop.listed(1);
    shop.tab().page().route("**/ratings", Route::abort);
    shop.score(1).click();
    assertThat(shop.prompt().locator("[role=status]")).containsText("offline");

    shop.tab().page().unrouteAll();
    shop.open("en");

    Waiting.until(() -> shop.list().body().contains("\"score\":1,"));
  }

  @Test
  void p13AnotherClickOnXClosesTheChatAndAsksNobodyTwice() {
    var shop = Shop.having("impatient", "faces5", "en");
    var shown = new AtomicInteger();
    shop.tab()
        .page()
        .route(
            "**/shown",
            route -> {
              shown.incrementAndGet();
              route.resume();
            });
    assertThat(shop.end("close")).isVisible();
    shop.tab().page().locator("#close").click();

    assertThat(shop.chat()).isHidden();
    assertThat(shop.prompt()).hasCount(0);
    assertThat(shown.get()).isEqualTo(1);
  }

  @Test
  void p13AnAppThatAsksAgainAtTheVisitorsNextClickEndsThePromptAndAsksNobodyTwice() {
    var shop = Shop.having("impatient-app", "stars5", "en");
    var page = shop.tab().page();
    page.evaluate("() => { window.first = ratings('ask', 'restart') }");
    assertThat(shop.prompt()).isVisible();

    var again = page.evaluate("() => ratings('ask', 'restart')");

    assertThat(again).isEqualTo(page.evaluate("() => first"));
    assertThat(again).isEqualTo(Map.of("asked", true, "rated", false));
    assertThat(shop.prompt()).hasCount(0);
  }

  @Test
  void d8WhatAnAppAsksIsAskedAfterTheEndsThatTheLineNames() {
    var shop = Shop.askingAfter("timeout");
    var page = shop.tab().page();
    assertThat(page.evaluate("() => ratings('ask', 'teammate')"))
        .isEqualTo(Map.of("asked", false, "rated", false));
    page.evaluate("() => { ratings('ask', 'timeout') }");
    assertThat(shop.prompt()).isVisible();
  }

  @Test
  void p13WithoutAnyNetworkTheChatClosesAtOnce() {
    var shop = Shop.having("dead", "stars5", "en");
    shop.tab().page().route("**/v1/widgets/**", Route::abort);
    shop.tab().page().locator("#close").click();

    assertThat(shop.chat()).isHidden();
  }

  @Test
  void anArrowKeyChoosesAndOnlyEnterSends() {
    var shop = Shop.having("keys", "stars5", "en");
    assertThat(shop.end("close")).isVisible();
    var keys = shop.tab().page().keyboard();
    keys.press("Tab");
    keys.press("Space");
    keys.press("ArrowRight");
    keys.press("ArrowRight");
    assertThat(shop.prompt().locator("input:checked")).hasValue("3");
    assertThat(shop.list().body()).contains("\"items\":[]");

    keys.press("Enter");

    assertThat(shop.listed(1).body()).contains("\"score\":3,");
    keys.press("Escape");
    assertThat(shop.chat()).isHidden();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stars5", "faces5", "thumbs", "nps"})
  void itIsReadAndHitByEverybodyAndBreaksNoPolicy(String scale) {
    var shop = Shop.having("looks-" + scale, scale, "en").talk();
    shop.end("close");
    Screenshot.published(shop.tab().page(), "widget-" + scale);
    shop.tab().page().setViewportSize(360, 740);
    looksRight(shop, "widget-" + scale);
  }

  @Test
  void rightToLeftItIsReadAndHitAsWell() {
    var shop = Shop.having("looks-arabic", "faces5", "ar");
    shop.tab().page().setViewportSize(360, 740);
    shop.end("close");
    Screenshot.of(shop.tab().page(), "widget-rtl");
    looksRight(shop, "widget-rtl");
  }

  /** Before and after a click, light, dark and in forced colours. */
  private static void looksRight(Shop shop, String name) {
    var sees = new SoftAssertions();
    var sight = Sight.of(shop.tab().page());
    sees.assertThat(sight.violations()).as("asking").isEmpty();
    shop.score(1).click();
    shop.listed(1);
    sees.assertThat(sight.violations()).as("light").isEmpty();
    sees.assertThat(sight.tooWide()).as("too wide").isEmpty();
    sees.assertThat(sight.tooSmall()).as("too small").isEmpty();
    media(shop.tab().page(), ColorScheme.DARK, ForcedColors.NONE);
    Screenshot.inTheLongRun(shop.tab().page(), name + "-rated-dark");
    sees.assertThat(sight.paleTexts()).as("dark").isEmpty();
    media(shop.tab().page(), ColorScheme.LIGHT, ForcedColors.ACTIVE);
    Screenshot.inTheLongRun(shop.tab().page(), name + "-rated-forced");
    sees.assertThat(sight.paleTexts()).as("forced colours").isEmpty();
    sees.assertThat(sight.invisible()).as("invisible").isEmpty();
    sees.assertThat(shop.tab().strange()).isEmpty();
    sees.assertAll();
  }

  private static void media(Page page, ColorScheme scheme, ForcedColors forced) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
  }

  /** As it will be in half a minute. */
  private static void uncached(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setHeaders(Map.of("access-control-allow-origin", "*"))
            .setBody("{\"collectRatings\":false}"));
  }
}
