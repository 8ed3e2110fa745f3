package ratings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ratings.integration.Api;
import ratings.integration.RunningStack;
import ratings.integration.Waiting;

/**
 * A conversation by e-mail whose customer has two hours to rate.
 *
 * @param ago how long ago it was closed
 */
record Conversation(String id, String line, String language, Duration ago) {
  static final Api PLATFORM = RunningStack.adminOf("vandelay");
  private static final JsonMapper JSON = new JsonMapper();

  /** One in English that is closed now, of a line of {@link Line}. */
  static Conversation of(String id, String line) {
    return new Conversation(id, line, "en", Duration.ZERO);
  }

  Conversation in(String otherLanguage) {
    return new Conversation(id, line, otherLanguage, ago);
  }

  Conversation longAgo() {
    return new Conversation(id, line, language, Duration.ofHours(3));
  }

  /** Closes it, and returns the link that its customer gets. */
  String asked() {
    var at = Instant.now().minus(ago);
    var answer =
        PLATFORM.post(
            "/v1/conversations/" + id + "/close",
            """
            {"channel": "email", "lineId": "%s", "closedBy": "teammate", "closedAt": "%s",
             "startedBy": "customer", "lastReplyAt": "%s", "characters": 900, "customers": 1,
             "customer": {"id": "u-1", "name": "Ada", "email": "%s"}, "teammate": {"id": "t-1"},
             "language": "%s", "workflow": {"rateWithinHours": 2}}
            """
                .formatted(line, at, at, address(), language));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return read(answer).at("/request/url").textValue();
  }

  void reopened() {
    assertThat(PLATFORM.post("/v1/conversations/" + id + "/reopen", "").status()).isEqualTo(204);
  }

  /** Rates it as if its customer had done so elsewhere. */
  void rated(int score, String feedback) {
    var rating = JSON.createObjectNode().put("score", score).put("feedback", feedback);
    var answer = PLATFORM.post("/v1/conversations/" + id + "/rating", rating.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  /** Waits until nothing of its request is under way any more. */
  void settled() {
    Waiting.until(
        () ->
            PLATFORM.get("/v1/conversations/" + id + "/rating").says("delivery", "\"sent\"")
                && !RunningStack.item(id).containsKey("notify"));
  }

  /** What the admin's list shows of it. */
  Api.Answer listed() {
    return PLATFORM.get("/v1/ratings/" + id);
  }

  /** The mail that its customer got, once it is there. */
  JsonNode mail() {
    Waiting.until(() -> !mails().isEmpty());
    return mails().getFirst();
  }

  private List<JsonNode> mails() {
    var mails = new ArrayList<JsonNode>();
    for (var mail : read(RunningStack.api().get("/_local/mails"))) {
      if (mail.get("to").textValue().equals(address())) {
        mails.add(mail);
      }
    }
    return mails;
  }

  private String address() {
    return id + "@example.com";
  }

  private static JsonNode read(Api.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
