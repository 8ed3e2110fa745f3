package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** Select Action > Export rows to CSV, and what was exported before. */
@InChromium
class ExportsIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RIGHTS = "ratings/read ratings/export";
  private static final ObjectNode HALF_WAY =
      JSON.createObjectNode().put("state", "running").put("percent", 61);
  private static final ObjectNode FAILED =
      JSON.createObjectNode().put("state", "failed").put("reason", "It was tried too often.");
  private static final String HEAD =
      "ID,Rating,Feedback,User ID,User,Channel,Widget ID,Date [%s],Chat History Link";

  static {
    HALF_WAY.put("rowsWritten", 7_412).put("bytes", 1_309_000).putNull("endedAt");
    FAILED.put("endedAt", "2026-11-22T12:00:00.000Z");
  }

  @Test
  void r58R68ToR78ARatingGivenInTheDemoIsInTheInboxAndInTheExportedCsv() {
    var shop = Shop.having("export", "stars5", "en");
    shop.end("restart");
    shop.score(5).click();
    shop.listed(1);
    shop.prompt().locator(".skip").click();
    shop.end("close");
    shop.score(2).click();
    shop.prompt().locator("textarea").fill("=SUM(1)\nsaid \"no\", twice");
    shop.prompt().getByText("Send").click();
    assertThat(shop.chat()).isHidden();
    rated("export-1", shop.widget(), 1);
    shop.listed(3);

    var admin = Admin.of("vandelay", RIGHTS);
    var filter = "widgetId=" + shop.widget() + "&rating%5Blte%5D=2&sort=recordedAt";
    admin.open("ratings?" + filter + "&timeZone=America/New_York");
    assertThat(rows(admin)).hasCount(2);
    var listed = rows(admin).all().stream().map(ExportsIT::asInTheFile).toList();
    assertThat(listed.getFirst()).contains("2", "=SUM(1)\nsaid \"no\", twice", shop.widget());
    assertThat(listed.getLast()).contains("export-1", "1", "Ada", "https://desk.example/c/1");

    var dialog = ordering(admin);
    var offset = "GMT" + ZoneId.of("America/New_York").getRules().getOffset(Instant.now());
    assertThat(dialog).containsText("Rating is at most 2");
    assertThat(dialog).containsText("Date [" + offset + "]");
    admin.button("Export rows to CSV").click();
    assertThat(dialog.locator("[role=status]")).containsText("Ready: 2 rows");
    var file = admin.page().waitForDownload(() -> admin.button("Download").click());

    assertThat(file.suggestedFilename()).isEqualTo("ratings.csv");
    var text = text(file);
    assertThat(text).startsWith("\ufeff" + HEAD.formatted(offset) + "\r\n");
    assertThat(parsed(text).stream().map(ExportsIT::restored)).isEqualTo(listed);
    assertThat(admin.tab().strange()).allMatch(it -> it.equals("request: " + file.url()));
  }

  @Test
  void r68AnExportIsWatchedCancelledTriedAgainAndFoundLater() {
    var admin = Admin.of("exports", RIGHTS).open("exports");
    assertThat(admin.page().locator(".empty h2")).hasText("No exports yet");
    Rated.lines(admin.api(), "exports");
    Rated.eight("exports").forEach(rated -> rated.store(admin.api()));
    var told = new AtomicReference<>(HALF_WAY);
    admin.page().route("**/v1/exports/*", route -> tell(route, told));
    admin.open("ratings?channel=website&timeZone=America/New_York");

    var dialog = orderingByKeyboard(admin);
    assertThat(dialog.locator("[role=status]")).hasText("Running");
    assertThat(dialog.locator("progress")).hasAttribute("value", "61");
    assertThat(dialog).containsText("61 %, 7,412 rows, 1.3 MB");
    assertThat(dialog.locator("export-state")).isFocused();
    Screenshot.published(admin.page(), "export");
    assertThat(Sight.of(admin.page()).flaws()).isEmpty();
    told.set(FAILED);
    assertThat(dialog.locator("[role=status]")).hasText("Failed: It was tried too often.");
    told.set(HALF_WAY);
    admin.button("Try again").click();
    admin.button("Cancel").click();
    assertThat(dialog.locator("[role=status]")).hasText("Cancelled");
    admin.button("Try again").click();
    assertThat(dialog.locator("[role=status]")).containsText("Ready: 4 rows");
    admin.page().keyboard().press("Escape");
    assertThat(admin.page().locator(".menu summary")).isFocused();

    admin.page().unrouteAll();
    admin.link("Exports").click();
    assertThat(rows(admin)).hasCount(3);
    assertThat(rows(admin).nth(0)).containsText("Ready: 4 rows");
    assertThat(rows(admin).nth(1)).containsText("Cancelled");
    var file =
        admin.page().waitForDownload(() -> rows(admin).first().getByText("Download").click());
    assertThat(parsed(text(file))).hasSize(4);
    Screenshot.published(admin.page(), "exports");
    assertThat(Sight.of(admin.page()).flaws()).isEmpty();
    rows(admin).first().getByText("Channel is website").click();
    assertThat(admin.page().locator("h1")).hasText("Ratings");
    assertThat(admin.place()).isEqualTo("/admin/ratings?channel=website");
    assertThat(rows(admin)).hasCount(4);
  }

  @Test
  void r68WhatIsAnsweredLateIsNotForTheNextExport() {
    var admin = Admin.of("exports-late", RIGHTS).open("ratings");
    var late = new AtomicReference<Route>();
    admin.page().route("**/v1/exports", late::set);
    var dialog = ordering(admin);
    admin.button("Export rows to CSV").click();
    admin.page().waitForCondition(() -> late.get() != null);
    admin.button("Close").click();
    ordering(admin);
    admin.page().waitForResponse("**/v1/exports", () -> late.get().resume()).finished();
    admin.page().evaluate("() => new Promise(done => setTimeout(done, 100))");
    assertThat(dialog.locator("export-state")).hasCount(0);
    admin.page().unrouteAll();
    admin.button("Export rows to CSV").click();
    assertThat(dialog.locator("[role=status]")).containsText("Ready: 0 rows");
  }

  @Test
  void d13WhoMayNotExportSeesNoActionAndIsRefused() {
    var admin = Admin.of("exports", "ratings/read").open("ratings");
    assertThat(admin.page().locator("ratings-page select")).isVisible();
    assertThat(admin.page().getByText("Select Action")).hasCount(0);
    assertThat(admin.link("Exports")).hasCount(0);
    admin.open("exports");
    assertThat(admin.page().locator("main .problem")).containsText("ratings/export");

    var refused = RunningStack.caller("exports", "ratings/read").post("/v1/exports", "{}");
    assertThat(refused.status()).isEqualTo(403);
  }

  /** Opens the dialog by the menu. */
  private static Locator ordering(Admin admin) {
    admin.page().getByText("Select Action").click();
    admin.button("Export rows to CSV").click();
    return dialog(admin);
  }

  /** Opens the dialog, looks for more columns and sends, without a mouse. */
  private static Locator orderingByKeyboard(Admin admin) {
    var keys = admin.page().keyboard();
    admin.page().locator(".menu summary").focus();
    keys.press("Enter");
    keys.press("Tab");
    keys.press("Enter");
    assertThat(dialog(admin)).isVisible();
    for (var stop : List.of("[type=radio]", "summary", ".primary")) {
      keys.press("Tab");
      if (dialog(admin).locator("button[aria-label=Close]:focus").count() == 1) {
        keys.press("Tab");
      }
      assertThat(dialog(admin).locator(stop + ":focus")).hasCount(1);
    }
    keys.press("Enter");
    return dialog(admin);
  }

  private static Locator dialog(Admin admin) {
    return admin.page().locator("export-dialog dialog");
  }

  private static Locator rows(Admin admin) {
    return admin.page().locator("main tbody tr");
  }

  /** Tells how an export stands, as if it stood so, until it is cancelled. */
  private static void tell(Route route, AtomicReference<ObjectNode> told) {
    if (route.request().method().equals("DELETE")) {
      told.set(JSON.createObjectNode());
    }
    if (told.get().isEmpty()) {
      route.resume();
      return;
    }
    var reply = route.fetch();
    try {
      var export = JSON.readValue(reply.body(), ObjectNode.class).setAll(told.get());
      route.fulfill(new Route.FulfillOptions().setResponse(reply).setBody(export.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rated(String id, String line, int score) {
    var conversation = "/v1/conversations/" + id;
    var closing =
        """
        {"channel": "website", "lineId": "%s", "closedBy": "teammate", "closedAt": "%s",
         "customer": {"id": "u-1", "name": "Ada"}, "messageId": "%s",
         "chatHistoryUrl": "https://desk.example/c/1"}
        """;
    closing = closing.formatted(line, Instant.now(), id);
    assertThat(Conversation.PLATFORM.post(conversation + "/close", closing).status())
        .isEqualTo(200);
    var rating = Conversation.PLATFORM.post(conversation + "/rating", "{\"score\": " + score + "}");
    assertThat(rating.status()).as(rating.toString()).isEqualTo(201);
  }

  /** A row of the page in the order of the file's columns. */
  private static List<String> asInTheFile(Locator row) {
    return List.of(
        cell(row, "ID", "code"),
        cell(row, "Rating", "b"),
        cell(row, "Feedback", "p"),
        cell(row, "User ID", "code"),
        cell(row, "User", "bdi"),
        cell(row, "Channel", "bdi"),
        cell(row, "Widget ID", "code"),
        cell(row, "Date", "time"),
        row.locator("td.chat a").count() == 0 ? "" : row.locator("td.chat a").getAttribute("href"));
  }

  /** What a cell says, in the element that its column says things in; empty where there is none. */
  private static String cell(Locator row, String head, String in) {
    var cell =
        head.equals("Date") ? row.locator("td.date") : row.locator("td[data-head='" + head + "']");
    var said = cell.locator(in);
    return said.count() == 0 ? "" : said.textContent();
  }

  private static String text(Download file) {
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CSVRecord> parsed(String file) {
    var format = CSVFormat.RFC4180.builder().setSkipHeaderRecord(true).setHeader().get();
    try (var parser = format.parse(new StringReader(file.substring(1)))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the apostrophe that keeps a spreadsheet from running a text. */
  private static List<String> restored(CSVRecord row) {
    return row.stream().map(cell -> cell.startsWith("'") ? cell.substring(1) : cell).toList();
  }
}
