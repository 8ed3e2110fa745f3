package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;
import ratings.integration.Waiting;

/** Inbox > Ratings: an admin finds ratings. */
@InChromium
class RatingsInboxIT {
  private static final String WORKSPACE = "bluebird";
  private static final String READ = "ratings/read ratings/export ratings/settings";
  private static final String NEW_YORK = "timeZone=America/New_York";

  private static final String ALL = "c-8 c-7 c-6 c-5 c-4 c-3 c-2 c-1";

  /** After whatever the page is about to do. */
  private static final String LATER = "() => new Promise(done => setTimeout(done, 100))";

  /** A whole second, before which four of the eight were recorded, and four after it. */
  private static Instant halfTime;

  /** Attribute, function and value as they are chosen, and the conversations that are found. */
  private static final String FILTERS =
      """
      Rating         | is at least    | 4               | c-5 c-4 c-1
      Rating         | is one of      | 0, 2            | c-8 c-2
      Feedback       | contains       | WAITED          | c-2
      Feedback       | is there       | no              | c-8 c-4
      User ID        | is             | u-1002          | c-4 c-2
      User name      | starts with    | ivy             | c-4 c-2
      Channel        | is one of      | email, telegram | c-8 c-7 c-6 c-5
      Widget ID      | is             | bluebird-docs      | c-4 c-3
      Recorded at    | is after       | half-time       | c-8 c-7 c-6 c-5
      Recorded at    | is before      | half-time       | c-4 c-3 c-2 c-1
      Teammate       | contains       | im              | c-5 c-2
      Teammate ID    | is             | bo              | c-4 c-1
      Team           | is             | west            | c-7 c-6
      Line           | is not         | bluebird-telegram  | c-6 c-5 c-4 c-3 c-2 c-1
      Bot            | is             | email-bot       | c-6 c-5
      Scale          | is             | nps             | c-6 c-5
      Survey         | is there       | yes             |
      Issue resolved | is             | yes             | c-1
      Reason         | is             | slow            | c-2
      Follow-up      | is             | open            | c-2
      Came by        | is             | widget          | c-3
      Language       | is             | ar              | c-7
      Locked         | is             | no              | c-8 c-4
      Asked at       | is before      | half-time       | c-4 c-3 c-2 c-1
      Conversation   | is             | c-5             | c-5
      Message ID     | is one of      | m-c-1,m-c-6     | c-6 c-1
      """;

  @BeforeAll
  static void eightRatings() {
    var api = RunningStack.adminOf(WORKSPACE);
    Rated.lines(api, WORKSPACE);
    api.get("/v1/ratings"); // the first call starts the function
    var eight = Rated.eight(WORKSPACE);
    eight.subList(0, 4).forEach(rated -> rated.store(api));
    halfTime = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Waiting.until(() -> Instant.now().isAfter(halfTime));
    eight.subList(4, 8).forEach(rated -> rated.store(api));
    followedUp("c-2", "open", "Call her back");
    followedUp("c-6", "done", "Paid back");
  }

  @Test
  void r59ToR67EveryAttributeIsChosenWithAFunctionAndAValueAndFindsWhatItNames() {
    var admin = admin("ratings?" + NEW_YORK);
    FILTERS
        .lines()
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .forEach(
            filter -> {
              add(admin, filter.get(0), filter.get(1), filter.get(2));
              found(admin, filter.get(3));
              admin.link("Clear all").first().click();
              assertThat(rows(admin)).hasCount(8);
            });
    var tried = FILTERS.lines().map(line -> line.split("\\|", 2)[0].strip()).distinct().toList();
    assertThat(attributes(admin)).containsExactlyInAnyOrderElementsOf(tried);
    var attribute = admin.page().getByLabel("Attribute");
    attribute.selectOption(new SelectOption().setLabel("Recorded at"));
    assertThat(admin.page().getByLabel("Function").locator("option"))
        .hasText(new String[] {"is after", "is before", "is there"});
    assertThat(admin.tab().strange()).isEmpty();
  }

  @Test
  void r60FiltersCombineAndALinkShowsTheSame() {
    var admin = admin("ratings?" + NEW_YORK);
    add(admin, "Rating", "is at most", "4");
    add(admin, "Channel", "is", "website");
    add(admin, "Recorded at", "is before", "half-time");
    found(admin, "c-4 c-3 c-2");
    admin.link("With feedback").click();
    found(admin, "c-3 c-2");
    var chips = chips(admin);

    admin.open(admin.place().substring("/admin/".length()));
    found(admin, "c-3 c-2");
    assertThat(chips(admin)).isEqualTo(chips).hasSize(4);
    assertThat(chips).contains("Rating is at most 4", "Channel is website", "Feedback is there");

    admin.button("Rating is at most 4").click();
    admin.page().getByLabel("Value").fill("1");
    admin.button("Apply").click();
    found(admin, "c-3");
    admin.button("Remove filter: Rating is at most 1").click();
    found(admin, "c-3 c-2 c-1");
    assertThat(admin.button("Add filter")).isFocused();
    admin.page().goBack();
    found(admin, "c-3");
    assertThat(admin.tab().strange()).isEmpty();
  }

  @Test
  void r60AnAnswerThatIsOlderThanTheQuestionIsDropped() {
    var admin = admin("ratings");
    found(admin, ALL);
    var late = new AtomicReference<Route>();
    admin.page().route("**/v1/ratings?*channel=email*", late::set);
    add(admin, "Channel", "is", "email");
    admin.page().waitForCondition(() -> late.get() != null);
    admin.button("Remove filter: Channel is email").click();
    assertThat(admin.page().locator("[role=status]").first()).hasText("All 8 ratings shown");
    late.get().resume();
    admin.page().evaluate(LATER);
    found(admin, ALL);
  }

  @Test
  void r60AChipSaysWhatItsFilterHas() {
    var admin = admin("ratings?userName=constructor&feedback%5Bcontains%5D=true&limit=0");
    assertThat(admin.page().locator("[role=status]").first()).hasText("No ratings");
    assertThat(chips(admin)).containsExactly("User name is constructor", "Feedback contains true");
  }

  @Test
  void r38LowRatingsAreOneClickAway() {
    var admin = admin("ratings");
    admin.link("Low ratings").click();
    found(admin, "c-3 c-2");
    assertThat(rows(admin).locator("td").first()).containsText("low");
    admin.open("ratings?scale=nps");
    admin.link("Low ratings").click();
    found(admin, "c-6");
    admin.open("ratings?scale%5Bne%5D=nps");
    assertThat(rows(admin)).hasCount(6);
    assertThat(admin.link("With feedback")).isVisible();
    assertThat(admin.link("Low ratings")).hasCount(0);
  }

  @Test
  void r60WhatTheApiDoesNotTakeIsToldAtItsFilter() {
    var admin = admin("ratings?rating%5Blte%5D=many&channel=email");
    assertThat(admin.page().locator(".chip.wrong"))
        .containsText("must be a whole number from 0 to 10");
    assertThat(admin.page().locator(".chip")).hasCount(2);

    admin.button("Add filter").click();
    admin.page().getByLabel("Value").fill("11");
    admin.button("Apply").click();
    assertThat(admin.page().locator("filter-dialog dialog")).isVisible();
    assertThat(admin.page().locator("#filter-value:invalid")).hasCount(1);
    admin.page().getByLabel("Value").fill("2");
    admin.button("Apply").click();
    found(admin, "");
    assertThat(admin.page().locator(".chip.wrong")).hasCount(0);
  }

  @Test
  void r57R77R78ARowIsAsTheCsvHasItInTheOffsetOfTheZone() {
    var admin = admin("ratings?" + NEW_YORK + "&conversationId=c-2");
    assertThat(rows(admin)).hasCount(1);
    var newYork = ZoneId.of("America/New_York").getRules().getOffset(Instant.now());
    assertThat(date(admin)).isEqualTo("Date [GMT" + newYork + "]");
    var recorded = Instant.parse(admin.page().locator("td time").getAttribute("datetime"));
    assertThat(admin.page().locator("td time"))
        .hasText(recorded.atOffset(newYork).toString().replace('T', ' ').substring(0, 19));
    assertThat(cells(admin))
        .startsWith("2", "I waited 25 minutes and then had to explain everything again.")
        .contains("Ivy Chen", "u-1002", "website", "bluebird-shop", "Kim");
    var chat = admin.page().locator("td.chat a");
    assertThat(chat).hasAttribute("href", "https://desk.example/conversations/c-2");
    assertThat(chat).hasAttribute("rel", "noopener noreferrer");

    admin.page().getByLabel("Time zone").selectOption("UTC");
    assertThat(admin.page().locator("th.sorted")).hasText("Date [GMT+00:00]");
    assertThat(admin.place()).contains("timeZone=UTC", "conversationId=c-2");
  }

  @Test
  void r57TheOrderIsTurnedByAClickAndStaysInTheAddress() {
    var admin = admin("ratings");
    found(admin, ALL);
    var head = admin.page().locator("th.sorted");
    assertThat(head).hasAttribute("aria-sort", "descending");
    head.locator("button").click();
    found(admin, "c-1 c-2 c-3 c-4 c-5 c-6 c-7 c-8");
    assertThat(head).hasAttribute("aria-sort", "ascending");
    assertThat(admin.place()).isEqualTo("/admin/ratings?sort=recordedAt");
  }

  @Test
  void thereAreThreeWaysOfShowingNothing() {
    var nobody = Admin.of("inbox-of-nobody", READ).open("ratings");
    assertThat(nobody.page().locator(".empty h2")).hasText("Nothing was rated yet");
    assertThat(nobody.link("Get the widget")).isVisible();

    var admin = admin("ratings?userId=somebody-else");
    assertThat(admin.page().locator(".empty h2")).hasText("No rating matches these filters");
    admin.page().route("**/v1/ratings?*", Route::abort);
    admin.page().locator(".empty").getByText("Clear all").click();
    assertThat(admin.page().locator(".empty")).containsText("Are you offline?");
    admin.page().unrouteAll();
    admin.button("Try again").click();
    assertThat(admin.button("Add filter")).isFocused();
    assertThat(rows(admin)).hasCount(8);
  }

  @Test
  void aPageMayBeEmptyThoughMoreAreToCome() {
    var admin = Admin.of(WORKSPACE, READ);
    admin.page().route("**/v1/ratings?*", RatingsInboxIT::searching);
    admin.open("ratings");
    assertThat(admin.page().locator(".empty h2")).hasText("Nothing found so far");
    admin.page().unrouteAll();
    admin.page().route("**/v1/ratings?*", route -> {});
    admin.button("Search on").click();
    assertThat(admin.page().locator("[role=status]").first()).containsText("Searching…");
    admin.button("Stop searching").click();
    assertThat(admin.button("Search on")).isVisible();
    assertThat(admin.button("Add filter")).isFocused();
  }

  @Test
  void r60AFilterIsAddedAndARatingOpenedByKeyboardAlone() {
    var admin = admin("ratings");
    var keys = admin.page().keyboard();
    assertThat(rows(admin)).hasCount(8);
    to(admin, admin.button("Add filter"));
    keys.press("Enter");
    assertThat(admin.page().getByLabel("Attribute")).isFocused();
    keys.type("User ID");
    keys.press("Tab");
    keys.press("Tab");
    keys.type("u-1004");
    keys.press("Enter");
    found(admin, "c-5");
    assertThat(admin.button("Add filter")).isFocused();
    to(admin, admin.page().locator("tbody tr a").last());
    keys.press("Enter");
    assertThat(admin.page().locator("rating-detail dialog")).isVisible();
    assertThat(admin.place()).isEqualTo("/admin/ratings?userId=u-1004&open=c-5");
    keys.press("Escape");
    assertThat(admin.page().locator("rating-detail dialog")).isHidden();
    assertThat(admin.place()).isEqualTo("/admin/ratings?userId=u-1004");
    assertThat(admin.page().locator("tbody tr a").last()).isFocused();
    admin.page().goBack();
    found(admin, ALL);
  }

  @Test
  void theInboxIsLegibleInEveryLook() {
    var admin = admin("ratings?" + NEW_YORK + "&rating%5Blte%5D=9&feedback%5Bexists%5D=true");
    assertThat(rows(admin)).hasCount(6);
    var page = admin.page();
    Screenshot.published(page, "inbox");
    assertThat(Sight.of(page).violations()).isEmpty();
    page.evaluate("() => document.documentElement.dir = 'rtl'");
    Screenshot.inTheLongRun(page, "inbox-rtl");
    assertThat(Sight.of(page).violations()).isEmpty();
    page.setViewportSize(360, 740);
    assertThat(Sight.of(page).tooWide()).isEmpty();
    assertThat(Sight.of(page).tooSmall()).isEmpty();
    page.evaluate("() => document.documentElement.dir = 'ltr'");
    page.route("**/v1/ratings?*", RatingsInboxIT::withLongWords);
    admin.button("Refresh").click();
    assertThat(rows(admin).getByText("W".repeat(200))).hasCount(1);
    assertThat(Sight.of(page).tooWide()).isEmpty();
    admin.page().locator(".menu summary").click();
    var menu = admin.page().locator(".menu > div").boundingBox();
    assertThat(menu.x).isNotNegative();
    assertThat(menu.x + menu.width).isLessThanOrEqualTo(360);
    page.unrouteAll();
    admin.button("Refresh").click();
    assertThat(rows(admin).getByText("Ivy Chen")).hasCount(1);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(Sight.of(page).violations()).isEmpty();
    admin.button("Add filter").click();
    assertThat(Sight.of(page).paleTexts()).isEmpty();
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.LIGHT)
            .setForcedColors(ForcedColors.ACTIVE));
    assertThat(Sight.of(page).invisible()).isEmpty();
    assertThat(admin.tab().strange()).isEmpty();
  }

  private static Admin admin(String path) {
    return Admin.of(WORKSPACE, READ).open(path);
  }

  private static void followedUp(String id, String state, String note) {
    var api = RunningStack.adminOf(WORKSPACE);
    var said = "{\"state\": \"%s\", \"note\": \"%s\"}".formatted(state, note);
    assertThat(api.put("/v1/ratings/" + id + "/follow-up", said).status()).isEqualTo(200);
  }

  private static void add(Admin admin, String attribute, String function, String value) {
    admin.button("Add filter").click();
    var dialog = admin.page().locator("filter-dialog dialog");
    dialog.getByLabel("Attribute").selectOption(new SelectOption().setLabel(attribute));
    dialog.getByLabel("Function").selectOption(new SelectOption().setLabel(function));
    var field = dialog.getByLabel("Value");
    if (field.evaluate("it => it.tagName").equals("SELECT")) {
      field.selectOption(new SelectOption().setLabel(value));
    } else {
      field.fill(value.equals("half-time") ? inNewYork(halfTime) : value);
    }
    admin.button("Apply").click();
    assertThat(dialog).isHidden();
  }

  private static String inNewYork(Instant instant) {
    return instant.atZone(ZoneId.of("America/New_York")).toLocalDateTime().toString();
  }

  /** The rows of exactly these conversations, in this order. */
  private static void found(Admin admin, String conversations) {
    var ids = Stream.of(conversations.split(" ")).filter(id -> !id.isEmpty()).toList();
    var links = rows(admin).locator("td:last-child a");
    assertThat(links).hasCount(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      var open = Pattern.compile("[?&]open=" + ids.get(i) + "$");
      assertThat(links.nth(i)).hasAttribute("href", open);
    }
    if (ids.isEmpty()) {
      assertThat(admin.page().locator(".empty h2")).hasText("No rating matches these filters");
    }
  }

  private static Locator rows(Admin admin) {
    return admin.page().locator("tbody tr");
  }

  private static List<String> cells(Admin admin) {
    return rows(admin).first().locator("td").allInnerTexts().stream()
        .map(text -> text.lines().findFirst().orElse(""))
        .toList();
  }

  private static String date(Admin admin) {
    return admin.page().locator("th.sorted").innerText();
  }

  private static List<String> chips(Admin admin) {
    return admin.page().locator(".chip button:first-child").allInnerTexts();
  }

  private static List<String> attributes(Admin admin) {
    admin.button("Add filter").click();
    return admin.page().getByLabel("Attribute").locator("option").allInnerTexts();
  }

  /** Answers that there is more, and shows nothing of it. */
  private static void searching(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setHeaders(Map.of("access-control-allow-origin", "*"))
            .setContentType("application/json")
            .setBody("{\"items\": [], \"next\": \"further\"}"));
  }

  private static void withLongWords(Route route) {
    var reply = route.fetch();
    var body = reply.text().replace("Ivy Chen", "W".repeat(200));
    route.fulfill(new Route.FulfillOptions().setResponse(reply).setBody(body));
  }

  /** Presses Tab until the focus is there. */
  private static void to(Admin admin, Locator goal) {
    for (int i = 0;
        i < 40 && !(boolean) goal.evaluate("it => it === document.activeElement");
        i++) {
      admin.page().keyboard().press("Tab");
    }
    assertThat(goal).isFocused();
  }
}
