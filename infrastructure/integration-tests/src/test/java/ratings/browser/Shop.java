package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import ratings.integration.Api;
import ratings.integration.RunningStack;
import ratings.integration.Waiting;

/**
 * A website with a chat that has the widget: the local stack's demo.
 *
 * @param widget a line of its own
 */
record Shop(String widget, Tab tab) {
  private static final String SETTINGS =
      """
      {"channel": "website", "name": "Shop", "scale": "%s", "askResolved": true,
       "reasons": [{"code": "slow", "label": "It took too long"}],
       "requestText": {"en": "How was our service?", "ar": "كيف كانت خدمتنا؟"}}
      """;

  /** With a widget of that scale, in a browser that was never there before. */
  static Shop having(String name, String scale, String language) {
    var shop = closed(name, SETTINGS.formatted(scale));
    shop.open(language);
    return shop;
  }

  /** With a widget of those settings, whose page is not open yet. */
  static Shop closed(String name, String settings) {
    var shop = new Shop("vandelay-" + name, Chromium.tab());
    shop.set(settings);
    RunningStack.api().get("/v1/widgets/" + shop.widget()); // the first call starts the function
    return shop;
  }

  /** With a widget that asks after that one end only. */
  static Shop askingAfter(String end) {
    var shop =
        closed(
            "after-" + end,
            "{\"channel\": \"website\", \"name\": \"Shop\", \"askAfter\": [\"" + end + "\"]}");
    shop.open("en");
    return shop;
  }

  void set(String settings) {
    var answer = Conversation.PLATFORM.put("/v1/lines/" + widget, settings);
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  void open(String language) {
    tab.open(RunningStack.api().url() + "/_local/demo?widget=" + widget + "&language=" + language);
    tab.page().waitForFunction("() => window.ratings");
  }

  Locator chat() {
    return tab.page().locator("#chat");
  }

  /** What was said in the chat. */
  Locator messages() {
    return tab.page().locator("#messages li");
  }

  /** Says something and waits for the bot's answer. */
  Shop talk() {
    tab.page().locator("#say input").fill("When will my order arrive?");
    tab.page().keyboard().press("Enter");
    assertThat(messages()).hasCount(3);
    return this;
  }

  Locator prompt() {
    return tab.page().locator("conversation-rating form");
  }

  /** Clicks the X or Restart. */
  Locator end(String button) {
    tab.page().locator("#" + button).click();
    return prompt();
  }

  Locator score(int value) {
    return prompt().locator(".scores label:has(input[value='" + value + "'])");
  }

  /** What the admin's list has of the widget, once it has so many. */
  Api.Answer listed(int count) {
    Waiting.until(() -> list().body().split("\"conversationId\"", -1).length == count + 1);
    return list();
  }

  Api.Answer list() {
    return Conversation.PLATFORM.get("/v1/ratings?lineId=" + widget);
  }
}
