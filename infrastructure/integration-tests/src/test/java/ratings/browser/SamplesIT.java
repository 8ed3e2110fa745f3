package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.integration.RunningStack;

/** What people copy into their websites does what it says there. */
@InChromium
class SamplesIT {
  private static final Path SAMPLES =
      Path.of(System.getProperty("repository"), "infrastructure/samples");

  /** The website that the samples are on; a page of no address may not reach an API on loopback. */
  private static HttpServer website;

  /** What the React sample expects beside it, and what its packages call that. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "react.production.min.js", "react",
          "react-dom.production.min.js", "react-dom");

  @BeforeAll
  static void open() throws IOException {
    website = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    website.createContext("/", SamplesIT::serve);
    website.start();
  }

  @AfterAll
  static void close() {
    website.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "react"})
  void r52R53R57WhoRatesInASampleIsListed(String sample) {
    var shop = Shop.closed(sample, "{\"channel\": \"website\", \"name\": \"Sample\"}");
    var site = "http://127.0.0.1:" + website.getAddress().getPort();
    shop.tab().open(site + "/" + sample + "/index.html");
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
    assertThat(shop.tab().strange()).allMatch(it -> it.startsWith("request: " + site));
  }

  /** The files as they are, but for what a reader is to fill in. */
  private static void serve(HttpExchange exchange) throws IOException {
    var path = Path.of(exchange.getRequestURI().getPath());
    var name = path.getFileName().toString();
    var text =
        LIBRARIES.containsKey(name)
            ? library(LIBRARIES.get(name), name)
            : Files.readString(SAMPLES.resolve(path.subpath(0, 2)))
                .replace("https://pages.example", RunningStack.pages().url().toString())
                .replace("https://api.example", RunningStack.api().url().toString())
                .replace("help-center", "vandelay-" + path.getName(0))
                .replace("<head>", "<head><link rel=\"icon\" href=\"data:,\">");
    var body = text.getBytes(StandardCharsets.UTF_8);
    var type = name.endsWith(".js") ? "text/javascript" : "text/html";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static String library(String artifact, String name) throws IOException {
    var path = "/META-INF/resources/_static/%s/18.3.1/umd/%s".formatted(artifact, name);
    try (var file = SamplesIT.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
