package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** One rating whole, over the list. */
@InChromium
class RatingDetailIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WORKSPACE = "detail";

  /** How many hostile texts are in one. */
  private static final int TOGETHER = 8;

  private static final List<String> TEXTS = HostileTexts.by(TOGETHER);

  @BeforeAll
  static void eightRatings() {
    var api = RunningStack.adminOf(WORKSPACE);
    Rated.lines(api, WORKSPACE);
    Rated.eight(WORKSPACE).forEach(rated -> rated.store(api));
  }

  @Test
  void r38R39WhoLeftUnhappyIsFollowedUpAndFoundByThat() {
    var admin = admin("ratings?rating%5Blte%5D=2");
    var row = row(admin, "Ivy Chen");
    row.locator("td:last-child a").focus();
    admin.page().keyboard().press("Enter");
    var detail = detail(admin);
    assertThat(detail.locator("h2")).hasText("Rating by Ivy Chen");
    assertThat(detail.locator(".score")).hasText("2 of 5 stars low");
    assertThat(detail).containsText("This customer left unhappy.");
    assertThat(detail.locator(".timeline li")).containsText(new String[] {"Asked", "Rated"});
    Screenshot.published(admin.page(), "detail");
    assertThat(Sight.of(admin.page()).flaws()).isEmpty();

    detail.getByLabel("Note").fill("Called her,\nand sent a voucher.");
    admin.page().keyboard().press("Escape");
    assertThat(detail).isHidden();
    assertThat(row.locator("td:last-child a")).isFocused();
    admin.page().keyboard().press("Enter");
    assertThat(detail.getByLabel("Note")).hasValue("Called her,\nand sent a voucher.");
    detail.getByLabel("Done").check();
    admin.button("Save follow-up").click();
    assertThat(detail.locator("follow-up [role=status]")).containsText("Saved. Last by somebody");
    assertThat(detail.locator(".timeline li").last()).containsText("Follow-up done");
    admin.button("Close").click();
    assertThat(row).containsText("Followed up");

    admin.open("ratings?followUp=done");
    assertThat(admin.page().locator("tbody tr")).hasCount(1);
    assertThat(admin.page().locator("tbody tr")).containsText("Ivy Chen");
    assertThat(admin.api().get("/v1/ratings/c-2").body())
        .contains("{\"state\":\"done\",\"note\":\"Called her,\\nand sent a voucher.\",");
    assertThat(admin.tab().strange()).isEmpty();
  }

  @Test
  void r61R100ALinkOpensOneThatTheListHasNotAndItsUserLeadsToAllOfHis() {
    var admin = admin("ratings?channel=email&open=c-4&timeZone=Asia/Kolkata");
    var detail = detail(admin);
    assertThat(detail.locator(".score")).hasText("4 of 5, good");
    assertThat(detail).containsText("No feedback was left.");
    assertThat(detail.locator("h3")).hasText("History GMT+05:30");
    var chat = detail.getByText("Open the chat");
    assertThat(chat).hasAttribute("href", "https://desk.example/conversations/c-4");
    assertThat(chat).hasAttribute("target", "_blank");
    assertThat(chat).hasAttribute("rel", "noopener noreferrer");
    detail.getByText("All ratings of this user").click();
    assertThat(detail).isHidden();
    assertThat(admin.place()).isEqualTo("/admin/ratings?userId=u-1002");
    assertThat(admin.page().locator("tbody tr")).hasCount(2);

    admin.open("ratings?open=nobody%2Fs");
    assertThat(detail).containsText("There is no such rating.");
    admin.page().mouse().click(4, 4);
    assertThat(detail).isHidden();
    assertThat(admin.place()).isEqualTo("/admin/ratings");
    admin.open("ratings?open=%20");
    assertThat(detail).containsText("There is no such rating.");
  }

  @Test
  void whatIsSavedLateIsShownAtItsOwnRating() {
    var admin = admin("ratings?channel=website");
    var detail = detail(admin);
    var late = new AtomicReference<Route>();
    admin.page().route("**/follow-up", late::set);
    opened(admin, "María José Peña").getByLabel("Note").fill("Wrote to her");
    admin.button("Save follow-up").click();
    admin.page().waitForCondition(() -> late.get() != null);
    admin.button("Close").click();
    opened(admin, "Ruth Adeyemi");
    late.get().resume();
    assertThat(row(admin, "María José Peña")).containsText("Follow-up open");
    assertThat(detail.locator("h2")).hasText("Rating by Ruth Adeyemi");
    assertThat(detail.locator("follow-up [role=status]")).hasText("");
  }

  @Test
  void whatAColleagueNotedMeanwhileIsToldBeforeItIsReplaced() {
    var admin = admin("ratings?channel=email");
    var detail = opened(admin, "Beatriz Araújo");
    detail.getByLabel("Note").fill("Mine");
    var theirs = "{\"state\": \"open\", \"note\": \"Theirs\"}";
    assertThat(admin.api().put("/v1/ratings/c-6/follow-up", theirs).status()).isEqualTo(200);
    admin.button("Save follow-up").click();
    assertThat(detail.locator("follow-up .problem")).containsText("to open: Theirs.");
    assertThat(admin.api().get("/v1/ratings/c-6").body()).contains("\"Theirs\"");
    assertThat(detail.getByLabel("Note")).hasValue("Mine");
    admin.button("Save follow-up").click();
    assertThat(detail.locator("follow-up [role=status]")).containsText("Saved.");
    assertThat(admin.api().get("/v1/ratings/c-6").body()).contains("\"Mine\"");
  }

  @Test
  void p24NothingRunsInTheDetail() {
    var admin = Admin.of(WORKSPACE, "ratings/read");
    admin.page().route("**/v1/ratings?*", RatingDetailIT::hostile);
    admin.open("ratings");
    var detail = detail(admin);
    var links = admin.page().locator("tbody td:last-child a");
    for (int i = 0; i < TEXTS.size(); i++) {
      links.nth(i).click();
      assertThat(detail.locator("blockquote").textContent()).isEqualTo(TEXTS.get(i));
      assertThat(detail.locator("h2").textContent()).isEqualTo("Rating by " + TEXTS.get(i));
      assertThat(detail.getByText("Open the chat")).hasCount(0);
      admin.page().keyboard().press("Escape");
      assertThat(detail).isHidden();
    }
    assertThat(admin.page().locator("a[href^='javascript:' i], a[href^='data:' i]")).hasCount(0);
    assertThat(admin.tab().strange()).isEmpty();
  }

  private static Admin admin(String path) {
    return Admin.of(WORKSPACE, "ratings/read").open(path);
  }

  private static Locator row(Admin admin, String user) {
    return admin.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(user));
  }

  private static Locator opened(Admin admin, String user) {
    row(admin, user).locator("td:last-child a").click();
    assertThat(detail(admin).locator("h2")).hasText("Rating by " + user);
    return detail(admin);
  }

  private static Locator detail(Admin admin) {
    return admin.page().locator("rating-detail dialog");
  }

  /** Answers with ratings of which every text is hostile. */
  private static void hostile(Route route) {
    var all = RunningStack.api().url() + "/v1/ratings";
    var reply = route.fetch(new Route.FetchOptions().setUrl(all));
    try {
      var list = JSON.readValue(reply.body(), ObjectNode.class);
      var one = (ObjectNode) list.get("items").get(0);
      var items = list.putArray("items");
      for (int i = 0; i < TEXTS.size(); i++) {
        items.add(hostile(one.deepCopy(), TEXTS.get(i)).put("id", "hostile-" + i));
      }
      route.fulfill(
          new Route.FulfillOptions().setResponse(reply).setBody(list.putNull("next").toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode hostile(ObjectNode rating, String text) {
    for (var name : List.of("feedback", "userName", "userId", "prompt", "channel", "team")) {
      rating.put(name, text);
    }
    rating.putArray("reasons").add(text);
    rating.put("chatHistoryUrl", "javascript:alert(1)//" + text);
    rating.putObject("followUp").put("state", "open").put("note", text).put("by", text);
    ((ObjectNode) rating.get("followUp")).put("at", "2026-11-22T12:00:00.000Z");
    return rating;
  }
}
