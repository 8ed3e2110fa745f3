package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer who has a keyboard and nothing else. */
@InChromium
class KeyboardIT {
  private static final String FOCUS =
      "(document.activeElement.closest('.choice') ?? document.activeElement)";

  @ParameterizedTest
  @CsvSource({"stars5, 3", "faces5, 3", "thumbs, 1", "nps, 2"})
  void d14AScoreIsChosenByArrowsAndSentByEnter(String scale, int score) {
    var conversation = Conversation.of("keys-" + scale, Line.of(scale));
    var link = conversation.asked();
    var tab = Chromium.tab();
    tab.open(link);
    var keys = tab.page().keyboard();

    keys.press("Tab");
    assertThat(outlined(tab.page())).isTrue();
    keys.press("Space");
    while (chosen(tab.page()) < score) {
      keys.press("ArrowRight");
    }
    assertThat(outlined(tab.page())).isTrue();
    assertThat(conversation.listed().status()).isEqualTo(404);
    assertThat(tab.following(() -> keys.press("Enter"))).isEqualTo(200);

    assertThat(conversation.listed().says("score", "" + score)).isTrue();
  }

  @Test
  void d14TheFocusGoesThroughThePageAsItIsReadAndIsSeenEverywhere() {
    var link = Conversation.of("keys-order", Line.of("stars5")).asked();
    var tab = Chromium.tab();
    tab.open(link + "?score=1");
    var page = tab.page();
    for (var name : List.of("score", "reason", "resolved", "feedback")) {
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasAttribute("name", name);
      assertThat(outlined(page)).as(name).isTrue();
    }
    page.keyboard().press("Tab");
    assertThat(page.locator("button")).isFocused();
    assertThat(outlined(page)).isTrue();
  }

  private static int chosen(Page page) {
    return Integer.parseInt(page.locator("input[name=score]:checked").inputValue());
  }

  private static boolean outlined(Page page) {
    return (boolean)
        page.evaluate(
            "(it => getComputedStyle(it).outlineStyle !== 'none' &&"
                + " parseFloat(getComputedStyle(it).outlineWidth) >= 2)("
                + FOCUS
                + ")");
  }
}
