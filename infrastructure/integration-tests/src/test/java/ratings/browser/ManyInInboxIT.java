package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** More ratings than a page of the list has room for, of customers who mean harm. */
@InChromium
class ManyInInboxIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WORKSPACE = "inbox-of-many";
  private static final List<String> TEXTS = HostileTexts.all();

  @BeforeAll
  static void twoHundredRatings() {
    var line = "{\"channel\": \"website\", \"name\": \"Shop\"}";
    var api = RunningStack.adminOf(WORKSPACE);
    Rated.stored(() -> api.put("/v1/lines/" + WORKSPACE, line));
    api.get("/v1/ratings"); // the first call starts the function, as the next one does
    api.get("/v1/widgets/" + WORKSPACE);
    IntStream.range(0, TEXTS.size()).parallel().forEach(ManyInInboxIT::rated);
  }

  @Test
  void p24NothingRunsInAListOfTwoHundredHostileTexts() {
    var admin = Admin.of(WORKSPACE, "ratings/read");
    admin.page().route("**/v1/ratings?*", ManyInInboxIT::hostileEverywhere);
    admin.open("ratings?limit=200");

    var rows = admin.page().locator("tbody tr");
    assertThat(rows).hasCount(TEXTS.size());
    for (var column : List.of("Feedback", "User", "Teammate", "Chat history link")) {
      assertThat(rows.locator("td[data-head='" + column + "']").allTextContents())
          .as(column)
          .containsExactlyInAnyOrderElementsOf(TEXTS);
    }
    assertThat(rows.locator("a").count()).isEqualTo(TEXTS.size());
    assertThat(admin.tab().strange()).isEmpty();
  }

  @Test
  void p24AHostileFilterIsATextToo() {
    for (var text : TEXTS.subList(0, 5)) {
      var query = URLEncoder.encode(text, StandardCharsets.UTF_8);
      var admin = Admin.of(WORKSPACE, "ratings/read").open("ratings?userName=" + query);
      assertThat(admin.page().locator("tbody tr")).hasCount(1);
      assertThat(admin.page().locator(".chip").textContent()).contains("User name is " + text);
      assertThat(admin.tab().strange()).isEmpty();
    }
  }

  @Test
  void r57ThereAreMoreUntilAllAreShownOnceEach() {
    var admin = Admin.of(WORKSPACE, "ratings/read").open("ratings");
    var rows = admin.page().locator("tbody tr");
    var status = admin.page().locator("[role=status]").first();
    for (int shown = 50; shown < TEXTS.size(); shown += 50) {
      assertThat(rows).hasCount(shown);
      assertThat(status).hasText(shown + " ratings shown, there are more");
      admin.button("Show more").click();
    }
    assertThat(status).hasText("All 200 ratings shown");
    assertThat(rows.locator("td:last-child").allTextContents())
        .hasSize(TEXTS.size())
        .doesNotHaveDuplicates();
    assertThat(admin.button("Show more")).hasCount(0);
    assertThat(rows.nth(150).locator("td:last-child a")).isFocused();
  }

  private static void rated(int i) {
    var rating = JSON.createObjectNode().put("conversationId", "h-" + i).put("score", 1 + i % 5);
    rating.put("feedback", TEXTS.get(i)).put("userName", TEXTS.get(i));
    var path = "/v1/widgets/" + WORKSPACE + "/ratings";
    Rated.stored(() -> RunningStack.api().post(path, rating.toString()));
  }

  /** As if the API had let the texts in where it lets none in. */
  private static void hostileEverywhere(Route route) {
    var reply = route.fetch();
    try {
      var page = JSON.readTree(reply.text());
      for (var item : page.get("items")) {
        var text = item.get("feedback").textValue();
        ((ObjectNode) item).put("teammateName", text).put("chatHistoryUrl", text);
      }
      route.fulfill(new Route.FulfillOptions().setResponse(reply).setBody(page.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
