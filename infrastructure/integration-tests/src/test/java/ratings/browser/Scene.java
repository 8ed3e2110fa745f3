package ratings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A state that the page can be in.
 *
 * @param name which its conversation has too
 * @param conversation as it differs from one that is closed now, in English
 * @param play what brings the page there, from the link
 */
record Scene(
    String name,
    String scale,
    UnaryOperator<Conversation> conversation,
    BiConsumer<Tab, String> play) {

  static Stream<Scene> all() {
    return Stream.concat(ofStars(), inOtherScalesAndLanguages());
  }

  private static Stream<Scene> ofStars() {
    return Stream.of(
        stars("asking", (tab, link) -> opened(200, tab, link)),
        stars("chosen", (tab, link) -> opened(200, tab, link + "?score=4")),
        stars("low", (tab, link) -> opened(200, tab, link + "?score=2")),
        stars("wrong", Scene::wrong),
        stars("thanked", (tab, link) -> sent(200, tab, link + "?score=5")),
        stars("thanked-low", (tab, link) -> sent(200, tab, link + "?score=1")),
        stars("locked", Scene::locked),
        new Scene("late", "stars5", Conversation::longAgo, (tab, link) -> opened(410, tab, link)),
        stars("withdrawn", Scene::withdrawn),
        stars("unknown", (tab, link) -> opened(404, tab, link + "x")));
  }

  private static Stream<Scene> inOtherScalesAndLanguages() {
    return Stream.of(
        chosen("faces", "faces5", 4, "en"),
        chosen("thumbs", "thumbs", 1, "en"),
        chosen("nps", "nps", 7, "en"),
        chosen("rtl-faces", "faces5", 4, "ar"),
        chosen("rtl-thumbs", "thumbs", 0, "ar"),
        chosen("rtl-nps", "nps", 7, "ar"),
        chosen("rtl-low", "stars5", 2, "ar"),
        new Scene("rtl-locked", "stars5", of("ar"), Scene::locked));
  }

  /** Brings a page there. */
  void playIn(Tab tab) {
    var asked = conversation.apply(Conversation.of("scene-" + name, Line.of(scale)));
    play.accept(tab, asked.asked());
  }

  @Override
  public String toString() {
    return name;
  }

  private static Scene stars(String name, BiConsumer<Tab, String> play) {
    return new Scene(name, "stars5", UnaryOperator.identity(), play);
  }

  private static Scene chosen(String name, String scale, int score, String language) {
    return new Scene(
        name, scale, of(language), (tab, link) -> opened(200, tab, link + "?score=" + score));
  }

  private static UnaryOperator<Conversation> of(String language) {
    return conversation -> conversation.in(language);
  }

  private static void opened(int status, Tab tab, String link) {
    assertThat(tab.open(link)).isEqualTo(status);
  }

  private static void sent(int status, Tab tab, String link) {
    tab.open(link);
    assertThat(tab.send()).isEqualTo(status);
  }

  private static void wrong(Tab tab, String link) {
    tab.open(link);
    tab.page().locator("textarea").fill("I chose nothing.");
    tab.page().locator("form").evaluate("form => form.noValidate = true");
    assertThat(tab.send()).isEqualTo(400);
  }

  private static void locked(Tab tab, String link) {
    tab.open(link + "?score=4");
    tab.page().locator("textarea").fill("Bo knew at once what to do. Thank you!");
    tab.send();
    opened(200, tab, link);
  }

  private static void withdrawn(Tab tab, String link) {
    Conversation.of("scene-withdrawn", "vandelay-stars5").reopened();
    opened(410, tab, link);
  }
}
