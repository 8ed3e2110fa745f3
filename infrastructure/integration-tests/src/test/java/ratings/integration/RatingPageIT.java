package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer opens the link of a request, and rates with no script running. */
@AgainstTheStack
class RatingPageIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Api PLATFORM = RunningStack.adminOf("initech");
  private static final Api CUSTOMER = RunningStack.pages();
  private static final OpenApi API = OpenApi.read();
  private static final String ROUTE = "/r/{token}";
  private static final Pattern MADE = Pattern.compile("name=\"made\" value=\"([^\"]+)\"");

  @BeforeAll
  static void aLine() {
    PLATFORM.put(
        "/v1/lines/initech-mail",
        """
        {"channel": "email", "name": "Mail", "askResolved": true,
         "requestText": {"en": "How was our help?", "de": "Wie war unsere Hilfe?"}}
        """);
  }

  @Test
  void d14ALinkIsOpenedByAScannerAndByItsCustomerWhoRates() throws IOException {
    var link = link("opened", Duration.ZERO, "{}");

    for (var reaction : new String[] {"1", "5"}) {
      assertThat(said("HEAD", CUSTOMER.send("HEAD", link + "?score=" + reaction, "")).status())
          .isEqualTo(200);
      var page = said("GET", CUSTOMER.send("GET", link + "?score=" + reaction, ""));
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body())
          .contains("lang=\"de\"", "Wie war unsere Hilfe?")
          .contains("value=\"" + reaction + "\" checked")
          .doesNotContain("<script");
    }
    assertThat(PLATFORM.get("/v1/ratings/opened").status()).isEqualTo(404);

    var rated = said("POST", answer(link, "score=4&feedback=Danke%2C+Bo+%26+Co"));
    assertThat(rated.status()).isEqualTo(200);
    assertThat(rated.body()).contains("Vielen Dank!", "Danke, Bo &amp; Co");
    var listed = PLATFORM.get("/v1/ratings/opened");
    assertThat(listed.says("source", "\"page\"")).isTrue();
    assertThat(listed.says("suspect", "false")).isTrue();
    var locked = said("POST", answer(link, "score=1"));
    assertThat(locked.status()).isEqualTo(409);
    assertThat(locked.body()).contains("endgültig", "4 Sterne");
  }

  @Test
  void r9ALateCustomerIsToldTheTruth() throws IOException {
    var link = link("late", Duration.ofHours(3), "{\"rateWithinHours\":2}");

    assertThat(said("GET", CUSTOMER.send("GET", link, "")).status()).isEqualTo(410);
    assertThat(said("POST", answer(link, "score=5")).status()).isEqualTo(410);
    assertThat(PLATFORM.get("/v1/ratings/late").status()).isEqualTo(404);
  }

  @Test
  void whoAnswersFasterThanPeopleDoIsFlagged() throws IOException {
    var link = link("hasty", Duration.ZERO, "{}");
    var made = MADE.matcher(CUSTOMER.send("GET", link, "").body());
    assertThat(made.find()).isTrue();

    var asked = said("POST", answer(link, "score=1&made=" + made.group(1)));

    assertThat(asked.body()).contains("name=\"resolved\"");
    assertThat(PLATFORM.get("/v1/ratings/hasty").says("suspect", "true")).isTrue();
    assertThat(RunningStack.attribute("hasty", "held")).isPresent();
    assertThat(RunningStack.attribute("hasty", "notify")).isEmpty();
  }

  @Test
  void whatIsWrongIsToldInTheFormAgain() throws IOException {
    var link = link("wrong", Duration.ZERO, "{}");

    var again = said("POST", answer(link, "score=&feedback=%3Cb%3Ekept"));

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body()).contains("role=\"alert\"", "&lt;b&gt;kept");
    assertThat(said("POST", CUSTOMER.post(link, "{}")).status()).isEqualTo(415);
  }

  @Test
  void p22P25AForgedLinkLeadsNowhereAndNoLogHoldsALink() throws IOException {
    var link = link("forged", Duration.ZERO, "{}");
    RunningStack.printed();

    CUSTOMER.send("GET", link, "");
    var forged = said("POST", answer(link + "A", "score=1"));

    assertThat(forged.status()).isEqualTo(404);
    assertThat(forged.header("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(RunningStack.printed())
        .anyMatch(line -> line.contains("GET /r/{token}"))
        .noneMatch(line -> line.contains(link.substring("/r/".length())));
    assertThat(CUSTOMER.send("PUT", link, "").status()).isEqualTo(405);
  }

  /** The path of a conversation's link, on the pages' own address. */
  private static String link(String conversation, Duration ago, String workflow)
      throws IOException {
    var close =
        """
        {"channel": "email", "lineId": "initech-mail", "closedBy": "teammate", "closedAt": "AT",
         "startedBy": "customer", "lastReplyAt": "AT", "characters": 900, "customers": 1,
         "customer": {"id": "u-1"}, "teammate": {"id": "t-1"}, "language": "de", "workflow": FLOW}
        """
            .replace("AT", Instant.now().minus(ago).toString())
            .replace("FLOW", workflow);
    var answer = PLATFORM.post("/v1/conversations/" + conversation + "/close", close);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var url = JSON.readTree(answer.body()).at("/request/url").textValue();
    assertThat(url).startsWith(CUSTOMER.url() + "/r/");
    return url.substring(CUSTOMER.url().toString().length());
  }

  private static Api.Answer answer(String link, String form) {
    return CUSTOMER.send("POST", link, form, "content-type", "application/x-www-form-urlencoded");
  }

  /** The answer, held against the description. */
  private static Reply said(String method, Api.Answer answer) {
    var reply = Reply.of(answer);
    var ours = reply.without(AuthorizationIT.GATEWAYS);
    assertThat(API.flaws(method + " " + ROUTE, ours)).isEmpty();
    return reply;
  }
}
