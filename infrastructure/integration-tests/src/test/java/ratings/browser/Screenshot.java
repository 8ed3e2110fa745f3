package ratings.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Pictures for people to look at, in the build's own folder unless they are to be published. */
final class Screenshot {
  private static final Path FOLDER = Path.of(System.getProperty("build"), "screenshots");

  /** Where the README's are put: {@code -Dscreenshots=infrastructure/screenshots} renews those. */
  private static final Path PUBLISHED =
      Path.of(System.getProperty("repository")).resolve(System.getProperty("screenshots"));

  private static final List<ViewportSize> WINDOWS =
      List.of(new ViewportSize(1440, 900), new ViewportSize(360, 740));

  private Screenshot() {}

  /** Takes one of what a page shows in its window. */
  static void of(Page page, String name) {
    take(page, FOLDER, name);
  }

  /**
   * Takes four of a page as it is, light and dark, on a desk and on a phone, for the README and
   * whoever reviews a change: {@code inbox-light-1440.png} and so on. The page is light, and as
   * large as it was, afterwards.
   */
  static void published(Page page, String name) {
    var size = page.viewportSize();
    for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (var window : WINDOWS) {
        page.setViewportSize(window.width, window.height);
        take(page, PUBLISHED, String.join("-", name, lower(scheme), "" + window.width));
      }
    }
    page.setViewportSize(size.width, size.height);
  }

  /** Takes one only in the long run, for it costs more time than it is worth each time. */
  static void inTheLongRun(Page page, String name) {
    if (Integer.getInteger("figures.times") > 1) {
      of(page, name);
    }
  }

  private static void take(Page page, Path folder, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }

  private static String lower(ColorScheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }
}
