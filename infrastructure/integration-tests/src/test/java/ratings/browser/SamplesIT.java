package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.integration.RunningStack;

/** What people copy into their websites does what it says there. */
@InChromium
class SamplesIT {
  private static final Path SAMPLES =
      Path.of(System.getProperty("repository"), "infrastructure/samples");

  private static Website website;

  private static final String TWO_FRAMES =
      "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

  /** What the React sample expects beside it, and what its packages call that. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "react.production.min.js", "react",
          "react-dom.production.min.js", "react-dom");

  @BeforeAll
  static void open() throws IOException {
    website = Website.having(SamplesIT::read);
  }

  @AfterAll
  static void close() {
    website.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "react"})
  void r52R53R57WhoRatesInASampleIsListed(String sample) {
    var shop = Shop.closed(sample, "{\"channel\": \"website\", \"name\": \"Sample\"}");
    shop.tab().open(website.url() + "/" + sample + "/index.html");
    shop.tab().page().waitForFunction("() => customElements.get('conversation-rating')");

    shop.end("restart");
    shop.score(2).click();
    assertThat(shop.listed(1).body()).contains("\"score\":2,");
    shop.prompt().locator(".skip").click();
    assertThat(shop.prompt()).hasCount(0);
    assertThat(shop.chat()).isVisible();

    shop.end("close");
    shop.score(5).click();
    assertThat(shop.listed(2).body()).contains("\"score\":5,");
    shop.prompt().locator(".skip").click();
    assertThat(shop.chat()).isHidden();
    assertThat(shop.tab().strange()).allMatch(it -> it.startsWith("request: " + website.url()));
  }

  @Test
  void p13WhoIsGoneBeforeTheWidgetIsThereIsNotAsked() {
    var shop = Shop.closed("react", "{\"channel\": \"website\", \"name\": \"Sample\"}");
    var page = shop.tab().page();
    var script = new AtomicReference<Route>();
    page.route("**/widget/ratings.js", script::set);
    shop.tab().open(website.url() + "/react/index.html");
    page.locator("#close").click();
    assertThat(page.locator("#open")).isVisible();

    page.waitForRequestFinished(
        new Page.WaitForRequestFinishedOptions()
            .setPredicate(request -> request.url().contains("/texts/")),
        () -> script.get().resume());
    page.evaluate(TWO_FRAMES); // what was asked is shown by then
    assertThat(shop.prompt()).hasCount(0);
    assertThat(page.locator("#open")).isVisible();
  }

  /** The files as they are, but for what a reader is to fill in. */
  private static String read(Path path) throws IOException {
    var name = path.getFileName().toString();
    return LIBRARIES.containsKey(name)
        ? library(LIBRARIES.get(name), name)
        : Files.readString(SAMPLES.resolve(path.subpath(0, 2)))
            .replace("https://pages.example", RunningStack.pages().url().toString())
            .replace("https://api.example", RunningStack.api().url().toString())
            .replace("help-center", "vandelay-" + path.getName(0))
            .replace("<head>", "<head><link rel=\"icon\" href=\"data:,\">");
  }

  private static String library(String artifact, String name) throws IOException {
    var path = "/META-INF/resources/_static/%s/18.3.1/umd/%s".formatted(artifact, name);
    try (var file = SamplesIT.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
