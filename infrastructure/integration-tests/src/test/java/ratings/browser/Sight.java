package ratings.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with how a page looks, as a sentence for each flaw; nothing where all is well. */
record Sight(Page page) {
  private static final String MEASURES = measures();

  static Sight of(Page page) {
    return new Sight(page);
  }

  /** What axe finds, by all of its rules. */
  List<String> violations() {
    return found(new AxeBuilder(page));
  }

  /** What axe finds of colours, which is all that a scheme changes. */
  List<String> paleTexts() {
    return found(new AxeBuilder(page).withRules(List.of("color-contrast")));
  }

  private static List<String> found(AxeBuilder axe) {
    return axe.setLegacyMode(true).analyze().getViolations().stream()
        .flatMap(
            rule ->
                rule.getNodes().stream()
                    .map(node -> rule.getId() + ": " + node.getFailureSummary() + node.getHtml()))
        .toList();
  }

  /** Whatever is wrong for anybody: in light and dark, on a phone, and from right to left. */
  List<String> flaws() {
    var size = page.viewportSize();
    var flaws = new ArrayList<>(violations());
    scheme(ColorScheme.DARK);
    flaws.addAll(paleTexts());
    scheme(ColorScheme.LIGHT);
    page.setViewportSize(360, 740);
    flaws.addAll(tooWide());
    flaws.addAll(tooSmall());
    page.evaluate("() => { document.dir = 'rtl'; }");
    flaws.addAll(violations());
    flaws.addAll(tooWide());
    page.evaluate("() => { document.dir = 'ltr'; }");
    page.setViewportSize(size.width, size.height);
    return flaws;
  }

  private void scheme(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  /** Whatever makes the page scroll sideways. */
  List<String> tooWide() {
    return measured("tooWide");
  }

  /** What can be clicked and is smaller than 44 by 44 pixels. */
  List<String> tooSmall() {
    return measured("tooSmall");
  }

  /** Drawings and texts in the colour of what is behind them. */
  List<String> invisible() {
    return measured("invisible");
  }

  private List<String> measured(String measure) {
    var found = (List<?>) page.evaluate(MEASURES + "\n" + measure + "()");
    return found.stream().map(Object::toString).toList();
  }

  private static String measures() {
    try (var file = Sight.class.getResourceAsStream("measures.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
