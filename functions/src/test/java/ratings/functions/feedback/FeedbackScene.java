package ratings.functions.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import ratings.domain.bot.ABotClient;
import ratings.domain.bot.ClientSecret;
import ratings.domain.bot.FakeBotClients;
import ratings.domain.rating.FakeRatings;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.FakeSettings;
import ratings.http.Requests;
import ratings.http.Response;

/** A bot with a client that delivers scores, for tests. */
record FeedbackScene(
    FakeBotClients clients,
    ClientSecret secret,
    FakeSettings settings,
    VirtualClock clock,
    Ratings ratings) {
  static final String CLIENT = "cs-1";
  static final String BOT = ABotClient.BOT;
  static final String ROUTE = "POST /api/1.1/public/bot/{botId}/saveFeedback";
  static final String SAMPLE = resource("sample-request.json");

  static FeedbackScene make() {
    var clock = new VirtualClock();
    return over(new FakeRatings(clock), clock);
  }

  static FeedbackScene over(Ratings ratings, VirtualClock clock) {
    var clients = new FakeBotClients();
    var secret = ClientSecret.make();
    clients.put(ABotClient.named(CLIENT).make(), secret);
    return new FeedbackScene(clients, secret, new FakeSettings(), clock, ratings);
  }

  /** How many deliveries are stored, in memory. */
  int stored() {
    return ((FakeRatings) ratings).size();
  }

  SaveFeedbackFunction function() {
    return new SaveFeedbackFunction(clients, settings, ratings, clock);
  }

  Tokens token() {
    return Tokens.of(CLIENT, secret, clock.instant());
  }

  Requests request(String token) {
    return Requests.to(ROUTE).parameter("botId", BOT).header("auth", token).body(SAMPLE);
  }

  Response send(String body) {
    return request(token().make()).body(body).sentTo(function());
  }

  Response sendKeyed(String body, String key) {
    return request(token().make()).header("idempotency-key", key).body(body).sentTo(function());
  }

  Response sendWith(Tokens token) {
    return request(token.make()).sentTo(function());
  }

  /** The sample with other JSON for one of its fields. */
  static String with(String field, String json) {
    return SAMPLE.replaceAll(
        "(\"" + field + "\":)(\"[^\"]*\"|\\d+)", "$1" + Matcher.quoteReplacement(json));
  }

  /** The sample with another member. */
  static String and(String member) {
    return SAMPLE.replaceFirst("\\{", "{" + member + ",");
  }

  /** The sample without one of its fields. */
  static String without(String field) {
    return SAMPLE.replaceAll("\"" + field + "\":(\"[^\"]*\"|\\d+)", "\"x\":1");
  }

  static String resource(String name) {
    try (var file = FeedbackScene.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
