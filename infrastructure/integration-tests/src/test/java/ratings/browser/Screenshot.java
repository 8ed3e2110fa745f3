package ratings.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures for people to look at, in the build's own folder. */
final class Screenshot {
  private static final Path FOLDER = Path.of(System.getProperty("screenshots"));

  private Screenshot() {}

  /** Takes one of what a page shows, all of its length. */
  static void of(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
  }
}
