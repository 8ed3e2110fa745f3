package ratings.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import ratings.integration.RunningStack;

/**
 * A customer's browser.
 *
 * @param strange whatever no page of ours may do: dialogs, requests to anybody else, errors in the
 *     console, among which are violations of a content security policy
 */
record Tab(BrowserContext context, Page page, List<String> strange) {
  private static final int PATIENCE_MS = 60_000;

  /** What a browser says of a page that is answered with an error; its test looks at the status. */
  private static final String ANSWERED = "Failed to load resource: the server responded with";

  static Tab in(BrowserContext context) {
    var strange = new ArrayList<String>();
    context.setDefaultTimeout(PATIENCE_MS);
    context.onDialog(dialog -> strange.add(dismissed(dialog)));
    context.onWebError(error -> strange.add("error: " + error.error()));
    context.onConsoleMessage(message -> noteErrors(message, strange));
    context.onRequest(request -> noteForeign(request, strange));
    return new Tab(context, context.newPage(), strange);
  }

  /** Forgets what its test before did to it. */
  Tab asNew() {
    page.navigate("about:blank");
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.LIGHT)
            .setForcedColors(ForcedColors.NONE));
    page.setViewportSize(1280, 720);
    page.unrouteAll();
    strange.clear();
    return this;
  }

  /** Opens an address and returns the status that it was answered with. */
  int open(String address) {
    return page.navigate(
            address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED))
        .status();
  }

  /** Presses the page's only button and returns the status of the page that follows. */
  int send() {
    return following(() -> page.locator("button").click());
  }

  /** The status of the page that follows something in this tab, once that page is there. */
  int following(Runnable action) {
    var arrived = new AtomicBoolean();
    Consumer<Page> noted = there -> arrived.set(true);
    page.onDOMContentLoaded(noted);
    var response = page.waitForResponse(it -> it.request().isNavigationRequest(), action);
    page.waitForCondition(arrived::get);
    page.offDOMContentLoaded(noted);
    return response.status();
  }

  /** The tab that opens beside this one. */
  Tab opening(Runnable click) {
    var opened = context.waitForPage(click);
    opened.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return new Tab(context, opened, strange);
  }

  void choose(int score) {
    page.locator("input[name=score][value='" + score + "']").check();
  }

  /** The page's text as it is read. */
  String text() {
    return page.locator("body").innerText();
  }

  private static String dismissed(Dialog dialog) {
    dialog.dismiss();
    return "dialog: " + dialog.message();
  }

  private static void noteErrors(ConsoleMessage message, List<String> strange) {
    if (message.type().equals("error") && !message.text().startsWith(ANSWERED)) {
      strange.add("console: " + message.text());
    }
  }

  private static void noteForeign(Request request, List<String> strange) {
    var to = URI.create(request.url());
    boolean ours =
        to.getAuthority() != null
            && (to.getAuthority().equals(RunningStack.pages().url().getAuthority())
                || to.getAuthority().equals(RunningStack.api().url().getAuthority()));
    if (!ours && !"data".equals(to.getScheme()) && !"about".equals(to.getScheme())) {
      strange.add("request: " + request.url());
    }
  }
}
