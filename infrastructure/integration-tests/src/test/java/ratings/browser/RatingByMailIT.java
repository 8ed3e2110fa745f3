package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** A customer gets a mail, clicks a reaction in it, and rates with no script running. */
@InChromium
class RatingByMailIT {
  @BeforeAll
  static void lines() {
    Line.of("faces5");
  }

  @Test
  void d14R22AReactionInTheMailOpensThePageWithItChosenAndTheButtonRecordsIt() {
    var conversation = Conversation.of("reaction-clicked", "vandelay-faces5");
    conversation.asked();
    conversation.mail();
    var tab = Chromium.tabWithoutScript();
    tab.open(RunningStack.api().url() + "/_local/requests");
    var mail =
        tab.page()
            .locator("section:has-text('reaction-clicked')")
            .frameLocator("iframe")
            .getByRole(AriaRole.LINK);
    var page = tab.opening(() -> mail.nth(1).click());

    assertThat(page.page().locator("input:checked")).hasAttribute("value", "2");
    assertThat(conversation.listed().status()).isEqualTo(404);
    assertThat(page.send()).isEqualTo(200);
    assertThat(page.text()).contains("Thank you!", "Your rating has been saved.", "Bad");
    page.page().close();
    assertThat(conversation.listed().says("score", "2")).isTrue();
    assertThat(tab.strange()).isEmpty();
  }

  @Test
  void r105R106AfterALowScoreItIsAskedWhyAndACommentLocksIt() {
    var conversation = Conversation.of("by-mail-low", "vandelay-faces5");
    var link = conversation.asked();
    var tab = Chromium.tabWithoutScript();
    tab.open(link);
    assertThat(tab.page().getByText("Was your issue resolved?")).isHidden();
    tab.choose(1);
    assertThat(tab.page().getByText("Was your issue resolved?")).isVisible();
    tab.choose(4);
    assertThat(tab.page().getByText("Was your issue resolved?")).isHidden();
    tab.choose(1);
    assertThat(tab.send()).isEqualTo(200);

    tab.page().getByLabel("Nobody listened").check();
    tab.page().getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    tab.page().getByRole(AriaRole.TEXTBOX).fill("I waited.");
    assertThat(tab.send()).isEqualTo(200);

    var listed = conversation.listed();
    assertThat(listed.says("resolved", "false")).isTrue();
    assertThat(listed.says("reasons", "[\"rude\"]")).isTrue();
    assertThat(listed.says("feedback", "\"I waited.\"")).isTrue();
    assertThat(tab.open(link)).isEqualTo(200);
    assertThat(tab.text()).contains("Your rating is final", "I waited.");
    assertThat(tab.page().locator("form")).hasCount(0);
    assertThat(tab.strange()).isEmpty();
  }

  @Test
  void r9ALateCustomerIsToldTheTruth() {
    var conversation = Conversation.of("by-mail-late", "vandelay-faces5").longAgo();
    var link = conversation.asked();
    var tab = Chromium.tabWithoutScript();
    assertThat(tab.open(link + "?score=5")).isEqualTo(410);

    assertThat(tab.text()).isEqualTo("The time to rate this conversation is over.");
    assertThat(conversation.listed().status()).isEqualTo(404);
  }

  @Test
  void p12AScannerThatOpensEveryLinkOfTheMailChangesNothing() {
    var conversation = Conversation.of("scanned", "vandelay-faces5");
    conversation.asked();
    var tab = Chromium.tab();
    tab.open(RunningStack.api().url() + conversation.mail().get("page").textValue());
    var links = links(tab.page());
    assertThat(links).hasSize(5);
    conversation.settled();
    var before = RunningStack.item("scanned");

    for (var link : links) {
      scan(link);
    }

    assertThat(before).isNotEmpty();
    assertThat(RunningStack.item("scanned")).isEqualTo(before);
    tab.open(links.get(3));
    tab.send();
    assertThat(RunningStack.item("scanned")).isNotEqualTo(before);
    assertThat(conversation.listed().says("score", "4")).isTrue();
  }

  @Test
  void theMailFetchesNothingAndFitsAPhone() {
    for (var scale : List.of("stars5", "faces5", "thumbs", "nps")) {
      var conversation = Conversation.of("mail-" + scale, Line.of(scale));
      conversation.asked();
      var mail = RunningStack.api().url() + conversation.mail().get("page").textValue();
      var tab = Chromium.tab();
      for (int width : new int[] {360, 640}) {
        tab.page().setViewportSize(width, 640);
        tab.open(mail);
        Screenshot.of(tab.page(), "mail-" + scale + "-" + width);
        assertThat(Sight.of(tab.page()).tooWide()).isEmpty();
      }
      var chosen = links(tab.page()).getLast();
      tab.page().locator("a").last().click();
      assertThat(tab.page()).hasURL(chosen);
      assertThat(tab.page().locator("input:checked")).hasCount(1);
      assertThat(tab.strange()).isEmpty();
    }
  }

  /** As mail gateways and browsers that look ahead do. */
  private static void scan(String link) {
    var path = link.substring(RunningStack.pages().url().toString().length());
    for (int times = 0; times < 3; times++) {
      var read = RunningStack.pages().send("GET", path, "");
      assertThat(read.status()).isEqualTo(200);
      assertThat(RunningStack.pages().send("HEAD", path, "").status()).isEqualTo(200);
      RunningStack.pages().send("GET", path, "", "purpose", "prefetch");
      RunningStack.pages().send("GET", path, "", "sec-purpose", "prefetch;prerender");
    }
  }

  private static List<String> links(Page page) {
    return page.locator("a").all().stream().map(link -> link.getAttribute("href")).toList();
  }
}
