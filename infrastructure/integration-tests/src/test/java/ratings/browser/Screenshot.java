package ratings.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures for people to look at, in the build's own folder. */
final class Screenshot {
  private static final Path FOLDER = Path.of(System.getProperty("screenshots"));

  private Screenshot() {}

  /** Takes one of what a page shows in its window. */
  static void of(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }

  /** Takes one only in the long run, for it costs more time than it is worth each time. */
  static void inTheLongRun(Page page, String name) {
    if (Integer.getInteger("figures.times") > 1) {
      of(page, name);
    }
  }
}
