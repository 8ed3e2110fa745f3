package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A customer is unhappy, and a manager hears of it. */
@AgainstTheStack
class AlertIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Api VISITOR = RunningStack.api();
  private static final Api ADMIN = RunningStack.adminOf("initech");
  private static final Pattern CALLS =
      Pattern.compile("Relay<wbr>Function.*?<td class=\"n\">(\\d+)</td>", Pattern.DOTALL);
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  @BeforeAll
  static void aWidgetThatQuotesItsCustomers() {
    ADMIN.put(
        "/v1/lines/initech-shop",
        "{\"channel\":\"website\",\"name\":\"Shop\",\"lowRating\":{\"includeFeedback\":true}}");
  }

  @Test
  void r92AOneStarIsAnnouncedOnceWithAllThatIsKnown() throws IOException {
    ADMIN.post(
        "/v1/conversations/unhappy/close",
        """
        {"channel": "website", "lineId": "initech-shop", "closedBy": "teammate",
         "closedAt": "2026-11-21T09:30:00.000Z", "chatHistoryUrl": "https://chat.example/unhappy",
         "teammate": {"id": "t1", "name": "Bo", "team": "north"},
         "responsible": {"id": "m1"}, "supervisor": {"id": "m2"}}
        """);
    rate("unhappy", "\"score\":1,\"feedback\":\"I waited.\"");

    var published = announced("unhappy");

    assertThat(published).hasSize(1);
    var alert = JSON.readTree(published.getFirst().get("message").textValue());
    assertThat(alert.get("alertId").textValue()).isNotBlank();
    assertThat(alert.get("score").intValue()).isEqualTo(1);
    assertThat(alert.get("scale").textValue()).isEqualTo("stars5");
    assertThat(alert.get("line").textValue()).isEqualTo("initech-shop");
    assertThat(alert.get("channel").textValue()).isEqualTo("website");
    assertThat(alert.get("teammate").textValue()).isEqualTo("t1");
    assertThat(alert.get("team").textValue()).isEqualTo("north");
    assertThat(alert.get("chatHistoryUrl").textValue()).isEqualTo("https://chat.example/unhappy");
    assertThat(alert.get("feedback").textValue()).isEqualTo("I waited.");
    var recipients = published.getFirst().at("/attributes/recipients");
    assertThat(recipients.get("type").textValue()).isEqualTo("String.Array");
    assertThat(JSON.readTree(recipients.get("value").textValue()))
        .extracting(JsonNode::textValue)
        .containsExactly("responsible", "responsible:m1", "supervisor", "supervisor:m2");
  }

  @Test
  void whoSubscribedByMailHearsOfIt() throws IOException, InterruptedException {
    for (var mail : read("mails")) {
      if (!mail.path("confirmLink").isNull()) {
        open(mail.get("confirmLink").textValue());
      }
    }
    rate("mailed", "\"score\":2");

    await(() -> read("mails").toString().contains("Conversation mailed was rated 2 of 5"));
  }

  @Test
  void aChangeForTheWorseIsAnnouncedAndNoOther() {
    rate("worse", "\"score\":5");
    rate("worse", "\"score\":2");
    assertThat(announced("worse")).hasSize(1);
    rate("worse", "\"score\":1");
    rate("after-worse", "\"score\":1");
    announced("after-worse");

    assertThat(published("worse")).hasSize(1);
  }

  @Test
  void p9AnOutageOfSnsLosesNone() {
    VISITOR.post("/_local/outages/sns/3600", "");
    int calls = callsOfTheRelay();
    rate("meanwhile", "\"score\":1");
    await(() -> callsOfTheRelay() > calls);
    assertThat(published("meanwhile")).isEmpty();

    VISITOR.post("/_local/outages/sns/0", "");

    assertThat(announced("meanwhile")).hasSize(1);
  }

  /** By the clock on the wall, and so only in the long run. */
  @Test
  @EnabledIfSystemProperty(named = "figures.times", matches = "10")
  void p9AnOutageOfSnsForAMinuteLosesNone() {
    long begin = System.nanoTime();
    VISITOR.post("/_local/outages/sns/60", "");
    for (int i = 0; i < 10; i++) {
      rate("for-a-minute-" + i, "\"score\":1");
    }

    for (int i = 0; i < 10; i++) {
      assertThat(announced("for-a-minute-" + i)).hasSize(1);
    }
    assertThat(System.nanoTime() - begin).isGreaterThan(TimeUnit.SECONDS.toNanos(60));
  }

  private static void rate(String conversation, String answer) {
    var body = "{\"conversationId\":\"" + conversation + "\"," + answer + "}";
    assertThat(VISITOR.post("/v1/widgets/initech-shop/ratings", body).status()).isLessThan(300);
  }

  /** What was published of it, once something was. */
  private static List<JsonNode> announced(String conversation) {
    await(() -> !published(conversation).isEmpty());
    return published(conversation);
  }

  private static List<JsonNode> published(String conversation) {
    var published = new ArrayList<JsonNode>();
    for (var message : read("messages")) {
      var of = "\"conversationId\":\"" + conversation + "\"";
      if (message.get("topic").textValue().equals("LowRatingTopic")
          && message.get("message").textValue().contains(of)) {
        published.add(message);
      }
    }
    return published;
  }

  private static JsonNode read(String page) {
    try {
      return JSON.readTree(VISITOR.get("/_local/" + page).body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int callsOfTheRelay() {
    var row = CALLS.matcher(VISITOR.get("/_local/live").body());
    assertThat(row.find()).isTrue();
    return Integer.parseInt(row.group(1));
  }

  private static void open(String link) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var opened =
          client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString());
      assertThat(opened.statusCode()).isEqualTo(200);
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }
}
