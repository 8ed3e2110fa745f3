package ratings.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratings.integration.RunningStack;

/** Two hundred texts that want to run, wherever the widget shows one or takes one. */
@InChromium
class HostileWidgetIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> TEXTS = HostileTexts.all();
  private static final String ALL = String.join(" ", TEXTS);

  @Test
  void p24NothingRunsInThePromptNorInWhatComesBack() throws JsonProcessingException {
    var shop = asking("hostile");
    shop.tab().page().route("**/ratings", route -> answer(route, 409, problem()));

    var prompt = shop.end("close");
    assertThat(prompt.locator("legend").first().textContent()).isEqualTo(ALL);
    assertThat(prompt.locator("label:has([name=reason])").allTextContents()).isEqualTo(TEXTS);
    assertThat(prompt.locator(".scores label").evaluateAll("them => them.map(it => it.title)"))
        .isEqualTo(TEXTS);
    shop.score(2).click();
    assertThat(prompt.locator("[role=status]")).containsText("did not work");
    prompt.locator("textarea").fill(ALL.substring(0, 4000));
    shop.tab().page().waitForResponse("**/ratings", prompt.getByText("Send")::click);
    assertThat(prompt.locator("[role=status]")).containsText("did not work");

    assertThat(shop.tab().strange()).isEmpty();
  }

  /** The twin: a widget that takes texts for markup is found. */
  @Test
  void p24AWidgetThatDoesNotEscapeIsFound() throws JsonProcessingException {
    var shop = asking("hostile-twin");
    shop.tab().page().route("**/widget/ratings.js", HostileWidgetIT::withMarkup);
    shop.open("en");
    shop.tab().page().locator("#close").click();
    assertThat(shop.chat()).isHidden();

    assertThat(shop.tab().strange())
        .anyMatch(it -> it.startsWith("console: ") && it.contains("TrustedHTML"));
  }

  /** A shop whose widget is told hostile texts only. */
  private static Shop asking(String name) throws JsonProcessingException {
    var shop = Shop.having(name, "stars5", "en");
    var look = RunningStack.api().get("/v1/widgets/" + shop.widget() + "?conversationId=c-1");
    var prompt = (ObjectNode) JSON.readTree(look.body());
    prompt.put("requestText", ALL);
    var options = ((ObjectNode) prompt.get("scale")).putArray("options");
    var reasons = prompt.putArray("reasons");
    for (int i = 0; i < TEXTS.size(); i++) {
      options.addObject().put("value", i).put("label", TEXTS.get(i));
      reasons.addObject().put("code", "r" + i).put("label", TEXTS.get(i));
    }
    shop.tab().page().route("**/v1/widgets/*?*", route -> answer(route, 200, prompt));
    return shop;
  }

  private static JsonNode problem() {
    var problem = JSON.createObjectNode().put("code", ALL).put("title", ALL).put("detail", ALL);
    problem.putObject("rating").put("feedback", ALL);
    return problem;
  }

  private static void answer(Route route, int status, JsonNode body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setHeaders(Map.of("access-control-allow-origin", "*"))
            .setBody(body.toString()));
  }

  private static void withMarkup(Route route) {
    var script = route.fetch().text();
    var broken = script.replace("made.append(...children)", "made.innerHTML = children.join('')");
    assertThat(broken).isNotEqualTo(script);
    route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody(broken));
  }
}
