package ratings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import ratings.integration.Api;

/**
 * A rating that a customer gave: what it was about, and what was answered.
 *
 * @param closing what the platform says when it closes the conversation; empty for one that came by
 *     the widget and was never closed
 */
record Rated(String id, String line, ObjectNode closing, ObjectNode answer) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_TRIES = 10;

  /**
   * Eight, by four channels and scales, of customers who have names and teammates who have teams.
   * The lines are the workspace's own and begin with its name.
   */
  static List<Rated> eight(String workspace) {
    return List.of(
        of("c-1", workspace + "-shop", "website")
            .by("u-1001", "Ruth Adeyemi")
            .with("bo", "Bo", "north")
            .said(5, "Quick and friendly, thank you!")
            .and("resolved", "true"),
        of("c-2", workspace + "-shop", "website")
            .by("u-1002", "Ivy Chen")
            .with("kim", "Kim", "south")
            .said(2, "I waited 25 minutes and then had to explain everything again.")
            .and("reasons", "[\"slow\"]"),
        byWidget("c-3", workspace + "-docs")
            .said(1, "¿Por qué tarda tanto? Mañana vuelvo a escribir.")
            .and("userId", "\"u-1003\"")
            .and("userName", "\"María José Peña\""),
        of("c-4", workspace + "-docs", "website")
            .by("u-1002", "Ivy Chen")
            .with("bo", "Bo", "north")
            .said(4, ""),
        of("c-5", workspace + "-mail", "email")
            .by("u-1004", "Étienne Garnier")
            .with("kim", "Kim", "south")
            .said(9, "Réponse claire et rapide."),
        of("c-6", workspace + "-mail", "email")
            .by("u-1005", "Beatriz Araújo")
            .with("ray", "Ray", "west")
            .said(3, "Nobody could tell me why I was charged twice."),
        of("c-7", workspace + "-telegram", "telegram")
            .by("u-1006", "Noor Haddad")
            .with("ray", "Ray", "west")
            .in("ar")
            .said(1, "شكرا جزيلا، كان كل شيء واضحا."),
        of("c-8", workspace + "-telegram", "telegram").by("u-1007", "Tom Okafor").said(0, ""));
  }

  /** The lines of {@link #eight}, one for each scale. */
  static void lines(Api api, String workspace) {
    line(api, workspace + "-shop", "website", "stars5");
    line(api, workspace + "-docs", "website", "faces5");
    line(api, workspace + "-mail", "email", "nps");
    line(api, workspace + "-telegram", "telegram", "thumbs");
  }

  void store(Api api) {
    if (closing.isEmpty()) {
      stored(() -> api.post("/v1/widgets/" + line + "/ratings", answer.toString()));
      return;
    }
    var conversation = "/v1/conversations/" + id;
    closing.put("closedAt", Instant.now().toString());
    stored(() -> api.post(conversation + "/close", closing.toString()));
    stored(() -> api.post(conversation + "/rating", answer.toString()));
  }

  private static Rated of(String id, String line, String channel) {
    var closing = JSON.createObjectNode().put("channel", channel).put("lineId", line);
    closing.put("closedBy", "teammate").put("startedBy", "customer").put("characters", 900);
    closing.put("messageId", "m-" + id).put("botId", channel + "-bot").put("language", "en");
    closing.put("chatHistoryUrl", "https://desk.example/conversations/" + id);
    return new Rated(id, line, closing, JSON.createObjectNode());
  }

  private static Rated byWidget(String id, String line) {
    var answer = JSON.createObjectNode().put("conversationId", id).put("language", "es");
    return new Rated(id, line, JSON.createObjectNode(), answer);
  }

  private Rated by(String user, String name) {
    closing.putObject("customer").put("id", user).put("name", name);
    return this;
  }

  private Rated with(String teammate, String name, String team) {
    closing.putObject("teammate").put("id", teammate).put("name", name).put("team", team);
    return this;
  }

  private Rated in(String language) {
    closing.put("language", language);
    return this;
  }

  private Rated said(int score, String feedback) {
    answer.put("score", score).put("feedback", feedback);
    return this;
  }

  private Rated and(String name, String json) {
    answer.set(name, read(json));
    return this;
  }

  private static void line(Api api, String id, String channel, String scale) {
    var settings = JSON.createObjectNode().put("channel", channel).put("name", id);
    settings.put("scale", scale).put("askResolved", true);
    settings.set("reasons", read("[{\"code\": \"slow\", \"label\": \"It took too long\"}]"));
    stored(() -> api.put("/v1/lines/" + id, settings.toString()));
  }

  /** Sends it again where a machine that is busy with other things could not do it just now. */
  static void stored(Supplier<Api.Answer> sending) {
    var answer = sending.get();
    for (int i = 0; i < MOST_TRIES && answer.status() == 503; i++) {
      answer = sending.get();
    }
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
