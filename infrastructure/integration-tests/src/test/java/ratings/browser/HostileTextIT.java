package ratings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** Two hundred texts that want to run, in the page and in the mail they come by. */
@InChromium
class HostileTextIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int IN_A_LINE = 40;
  private static final String LINE = "vandelay-hostile";

  /** How many are in one text: each for itself in the long run. */
  private static final int TOGETHER = Integer.getInteger("figures.times") > 1 ? 1 : 10;

  private static final List<String> TEXTS = HostileTexts.by(TOGETHER);
  private static final List<Conversation> CONVERSATIONS = new ArrayList<>();
  private static final List<String> LINKS = new ArrayList<>();

  /** Each is asked by a hostile text, for its line has one in every language. */
  @BeforeAll
  static void askedWithEach() {
    for (int i = 0; i < TEXTS.size(); i++) {
      if (i % IN_A_LINE == 0) {
        aLine(i / IN_A_LINE, TEXTS.subList(i, Math.min(i + IN_A_LINE, TEXTS.size())));
      }
      var conversation =
          Conversation.of("hostile-" + i, LINE + i / IN_A_LINE).in(language(i % IN_A_LINE));
      CONVERSATIONS.add(conversation);
      LINKS.add(conversation.asked());
    }
  }

  @Test
  void p24NothingRunsInThePageThatAsksNorWhereAFeedbackIsShown() {
    var tab = Chromium.tab();
    for (int i = 0; i < TEXTS.size(); i++) {
      var text = TEXTS.get(i);
      tab.open(LINKS.get(i) + "?score=5");
      assertThat(tab.page().locator("h1").textContent()).isEqualTo(text);
      tab.page().locator("textarea").fill(text);
      assertThat(tab.send()).isEqualTo(200);
      assertThat(tab.page().locator("blockquote").textContent()).isEqualTo(text);
    }
    assertThat(tab.strange()).isEmpty();
  }

  @Test
  void p24NothingRunsInTheMail() {
    var tab = Chromium.tab();
    for (int i = 0; i < TEXTS.size(); i++) {
      tab.page().setContent(CONVERSATIONS.get(i).mail().get("html").textValue());
      assertThat(tab.page().locator("h1").textContent()).isEqualTo(TEXTS.get(i));
      assertThat(tab.page().locator("a").count()).isEqualTo(5);
    }
    assertThat(tab.strange()).isEmpty();
  }

  /** The twin: a page that forgets to escape is caught, by its policy and, without one, by us. */
  @Test
  void p24APageThatDoesNotEscapeIsFound() {
    var text = "<img src=//evil.example/x><script>alert(1)</script>";
    var tab = Chromium.tab();
    tab.page().route("**/guarded", route -> answer(route, text, "default-src 'none'"));
    tab.open(RunningStack.pages().url() + "/guarded");
    assertThat(tab.strange())
        .filteredOn(it -> it.startsWith("console: ") && it.contains("default-src"))
        .hasSize(2);
    tab.strange().clear();
    tab.page().route("**/open", route -> answer(route, text, "default-src * 'unsafe-inline'"));
    tab.page().route("**/x", Route::abort);
    tab.open(RunningStack.pages().url() + "/open");
    assertThat(tab.strange())
        .anyMatch(it -> it.startsWith("dialog: "))
        .anyMatch(it -> it.startsWith("request: http://evil.example"));
  }

  private static void answer(Route route, String html, String policy) {
    route.fulfill(
        new Route.FulfillOptions()
            .setHeaders(Map.of("content-security-policy", policy))
            .setContentType("text/html")
            .setBody(html));
  }

  private static void aLine(int number, List<String> texts) {
    var settings = JSON.createObjectNode().put("channel", "email").put("name", "Hostile");
    var inLanguages = settings.putObject("requestText");
    for (int i = 0; i < texts.size(); i++) {
      inLanguages.put(language(i), texts.get(i));
    }
    var answer = Conversation.PLATFORM.put("/v1/lines/" + LINE + number, settings.toString());
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  /** A private one for each. */
  private static String language(int i) {
    return "en-x-n" + i;
  }
}
