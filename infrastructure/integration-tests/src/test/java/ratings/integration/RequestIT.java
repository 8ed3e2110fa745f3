package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A conversation closes, and its customer is asked in the same channel. */
@AgainstTheStack
class RequestIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Api PLATFORM = RunningStack.adminOf("initech");

  @BeforeAll
  static void lines() {
    PLATFORM.put(
        "/v1/lines/initech-bot",
        """
        {"channel": "telegram", "name": "Bot", "delaySeconds": 2,
         "requestText": {"en": "How was our help?", "de": "Wie war unsere Hilfe?"}}
        """);
    PLATFORM.put(
        "/v1/lines/initech-post",
        """
        {"channel": "email", "name": "Post", "scale": "faces5",
         "requestText": {"en": "How was our help?", "de": "Wie war unsere Hilfe?"}}
        """);
  }

  @Test
  void r89R94ATelegramRequestGoesOutInTelegramAfterItsDelay() throws IOException {
    var closed = Instant.now();
    close("tg-1", "telegram", "initech-bot", "");

    var request = sent("tg-1");

    assertThat(Duration.between(closed, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
    assertThat(request.get("channel").textValue()).isEqualTo("telegram");
    assertThat(request.get("text").textValue()).isEqualTo("Wie war unsere Hilfe?");
    assertThat(request.get("options")).hasSize(5);
    assertThat(request.has("email")).isFalse();
    assertThat(published("tg-1")).hasSize(1);
    Waiting.until(() -> shown("tg-1").at("/request").has("sentAt"));
    assertThat(shown("tg-1").at("/request/delivery").textValue()).isEqualTo("sent");
  }

  @Test
  void d14AnEMailsReactionOpensThePageWithThatValueAndItsButtonRecordsIt() throws IOException {
    close("post-1", "email", "initech-post", "");

    var mail = sent("post-1");
    var reaction = mail.get("options").get(1).get("url").textValue();
    assertThat(mail.at("/customer/email").textValue()).isEqualTo("ada@example.com");
    assertThat(mail.at("/email/subject").textValue()).isEqualTo("Wie war unsere Hilfe?");
    assertThat(mail.at("/email/html").textValue()).contains(reaction);
    assertThat(mail.at("/email/text").textValue()).contains(reaction);
    var link = URI.create(reaction);
    var page = RunningStack.pages().send("GET", link.getPath() + "?" + link.getQuery(), "");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("value=\"2\" checked");
    assertThat(PLATFORM.get("/v1/ratings/post-1").status()).isEqualTo(404);
    var form = "application/x-www-form-urlencoded";
    var rated = RunningStack.pages().send("POST", link.getPath(), "score=2", "content-type", form);
    assertThat(rated.status()).isEqualTo(200);
    assertThat(PLATFORM.get("/v1/ratings/post-1").says("score", "2")).isTrue();
  }

  @Test
  void p12AMailIsReadInTheOutboxAndWhoeverTriesItsLinksRatesNothing() throws IOException {
    close("post-5", "email", "initech-post", "");
    var sent = sent("post-5");
    var url = sent.get("url").textValue();

    var mail = mailed(url);
    assertThat(mail.get("to").textValue()).isEqualTo("ada@example.com");
    assertThat(mail.get("subject").textValue()).isEqualTo("Wie war unsere Hilfe?");
    var read = RunningStack.api().get(mail.get("page").textValue());
    assertThat(read.header("content-type")).isEqualTo("text/html; charset=utf-8");
    for (var option : sent.get("options")) {
      var link = URI.create(option.get("url").textValue());
      assertThat(read.body()).contains("href=\"" + link + "\"");
      for (var method : List.of("HEAD", "GET")) {
        var path = link.getPath() + "?" + link.getQuery();
        assertThat(RunningStack.pages().send(method, path, "").status()).isEqualTo(200);
      }
    }
    assertThat(PLATFORM.get("/v1/ratings/post-5").status()).isEqualTo(404);
  }

  @Test
  void r108AConnectorTellsWhatBecameOfIt() throws IOException {
    close("post-2", "email", "initech-post", "");
    sent("post-2");
    var failed = "{\"state\": \"failed\", \"reason\": \"mailbox-full\"}";

    assertThat(PLATFORM.post("/v1/conversations/post-2/delivery", failed).status()).isEqualTo(204);
    assertThat(shown("post-2").at("/request/delivery").textValue()).isEqualTo("undeliverable");
    assertThat(shown("post-2").at("/request/deliveryReason").textValue()).isEqualTo("mailbox-full");
  }

  @Test
  void r25WhoIsNotToBeAskedGetsNothing() throws IOException {
    close("post-3", "email", "initech-post", "\"snoozed\": true,");
    close("post-4", "email", "initech-post", "\"workflow\": {\"rateWithinHours\": 1},");

    sent("post-4");
    assertThat(published("post-3")).isEmpty();
  }

  private static void close(String conversation, String channel, String line, String also) {
    var now = Instant.now();
    var answer =
        PLATFORM.post(
            "/v1/conversations/" + conversation + "/close",
            """
            {"channel": "%s", "lineId": "%s", "closedBy": "teammate", "closedAt": "%s", %s
             "lastReplyAt": "%s", "characters": 900, "customers": 1, "language": "de-AT",
             "customer": {"id": "u-1", "name": "Ada", "email": "ada@example.com"},
             "teammate": {"id": "t-1"}}
            """
                .formatted(channel, line, now, also, now));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /** What the topic was told, once it was. */
  private static JsonNode sent(String conversation) throws IOException {
    Waiting.until(() -> !published(conversation).isEmpty());
    return JSON.readTree(published(conversation).getFirst().get("message").textValue());
  }

  private static List<JsonNode> published(String conversation) {
    var published = new ArrayList<JsonNode>();
    for (var message : read(RunningStack.api().get("/_local/messages"))) {
      var of = "\"conversationId\":\"" + conversation + "\"";
      if (message.get("topic").textValue().equals("RatingRequestTopic")
          && message.get("message").textValue().contains(of)) {
        published.add(message);
      }
    }
    return published;
  }

  private static JsonNode mailed(String link) {
    for (var mail : read(RunningStack.api().get("/_local/mails"))) {
      if (mail.get("text").textValue().contains(link)) {
        return mail;
      }
    }
    throw new AssertionError("no mail with " + link);
  }

  private static JsonNode shown(String conversation) {
    return read(PLATFORM.get("/v1/conversations/" + conversation + "/rating"));
  }

  private static JsonNode read(Api.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
