package ratings.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever reads the page, on whatever, can: each of its states in each of its scales, light, dark,
 * in forced colours, right to left, on a phone and on a desk, and in twice as large letters.
 */
@InChromium
class RatingPageLooksIT {
  private static final int PHONE = 360;
  private static final int DESK = 1440;

  /** As high as the longest page, so that pictures show all of each. */
  private static final int LONGEST = 1060;

  @ParameterizedTest
  @MethodSource("ratings.browser.Scene#all")
  void d14EveryoneCanReadAndUseThePage(Scene scene) {
    var tab = Chromium.tab();
    scene.playIn(tab);
    var sees = new SoftAssertions();
    look(tab.page(), ColorScheme.DARK, scene);
    sees.assertThat(Sight.of(tab.page()).paleTexts()).as("pale").isEmpty();
    look(tab.page(), ColorScheme.LIGHT, scene);
    sees.assertThat(Sight.of(tab.page()).violations()).as("axe").isEmpty();
    sees.assertThat(Sight.of(tab.page()).tooWide()).as("too wide").isEmpty();
    sees.assertThat(Sight.of(tab.page()).tooSmall()).as("too small").isEmpty();
    inForcedColours(tab.page(), scene, sees);
    inLargeLetters(tab.page(), scene, sees);
    sees.assertThat(tab.strange()).isEmpty();
    sees.assertAll();
  }

  /** On the desk and then on the phone, where it stays. */
  private static void look(Page page, ColorScheme scheme, Scene scene) {
    var name = scene + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-";
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(DESK, LONGEST);
    if (scheme == ColorScheme.LIGHT) {
      Screenshot.of(page, name + DESK);
    } else {
      Screenshot.inTheLongRun(page, name + DESK);
    }
    page.setViewportSize(PHONE, LONGEST);
    Screenshot.of(page, name + PHONE);
  }

  private static void inForcedColours(Page page, Scene scene, SoftAssertions sees) {
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    Screenshot.inTheLongRun(page, scene + "-forced-" + PHONE);
    sees.assertThat(Sight.of(page).invisible()).as("invisible").isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
  }

  /** Twice as large as they are by themselves. */
  private static void inLargeLetters(Page page, Scene scene, SoftAssertions sees) {
    page.evaluate("document.documentElement.style.fontSize = '2.125rem'");
    Screenshot.inTheLongRun(page, scene + "-large-" + PHONE);
    sees.assertThat(Sight.of(page).tooWide()).as("in large letters").isEmpty();
  }
}
