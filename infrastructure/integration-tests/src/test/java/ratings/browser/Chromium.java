package ratings.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one browser of a JVM: started for the first test that opens a tab, ended with the JVM. */
final class Chromium {
  /** A function's first call may take long where the machine has more to do. */
  private static final int PATIENCE_MS = 30_000;

  private static final Optional<Path> PROGRAM =
      Optional.ofNullable(System.getProperty("chromium"))
          .filter(path -> !path.isBlank())
          .map(Path::of);

  private Chromium() {}

  /** Whether the build found none. */
  static boolean isMissing() {
    return PROGRAM.isEmpty();
  }

  /** The tab of all tests, as if it were new; the pages that they open keep nothing in it. */
  static Tab tab() {
    return Running.TAB.asNew();
  }

  /** The same, but no page can run a script in it. */
  static Tab tabWithoutScript() {
    return Running.WITHOUT_SCRIPT.asNew();
  }

  /**
   * Starts it when it is needed, and not with its first question. Tabs are few because a new one is
   * what costs most.
   */
  private static final class Running {
    static final Browser BROWSER = launch();
    static final Tab TAB = tab(true);
    static final Tab WITHOUT_SCRIPT = tab(false);

    private static Tab tab(boolean script) {
      return Tab.in(
          BROWSER.newContext(
              new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(script)));
    }

    @SuppressWarnings("resource") // the driver ends with this JVM, and the browser with its driver
    private static Browser launch() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
      return Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(PROGRAM.orElseThrow())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
    }
  }
}
