package ratings.functions.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Closings;
import ratings.domain.rating.FakeRatings;
import ratings.domain.rating.Rating;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.Condition;
import ratings.domain.settings.FakeSettings;
import ratings.domain.settings.SampleLine;
import ratings.domain.signing.FixedSignatures;
import ratings.http.Problem;
import ratings.http.Requests;
import ratings.http.Response;

/** A conversation whose customer was asked by a link, for tests. */
final class PageScene {
  static final ConversationId CONVERSATION = new ConversationId("acme", "c1");
  private static final Pattern MADE = Pattern.compile("name=\"made\" value=\"([^\"]+)\"");

  final VirtualClock clock = new VirtualClock();
  final List<Attempt> attempts = new ArrayList<>();
  private final FixedSignatures signatures = new FixedSignatures("test");
  private final FakeRatings store = new FakeRatings(clock);
  private final FakeSettings settings = new FakeSettings();
  private final RatingPageFunction function =
      new RatingPageFunction(settings, new WatchedRatings(store, attempts), signatures, clock);

  /** Asks about a conversation of a line. */
  static PageScene of(SampleLine line) {
    return of(line, "en");
  }

  static PageScene of(SampleLine line, String language) {
    var scene = new PageScene();
    scene.set(line);
    scene.store.close(
        scene.settings.find("acme", "site").orElseThrow(),
        CONVERSATION,
        Closings.at(scene.clock.instant()).teammate("t1").with("language", language).make());
    return scene;
  }

  static SampleLine line() {
    return SampleLine.widget("site");
  }

  /** A line that asks everything there is. */
  static SampleLine curious() {
    return line()
        .with("askResolved", true)
        .with(
            "reasons",
            List.of(
                Map.of("code", "slow", "label", "Too slow"),
                Map.of("code", "rude", "label", "Unfriendly")));
  }

  void set(SampleLine line) {
    settings.put("acme", "site", line.settings(), new Condition.Always());
  }

  void reopen() {
    store.reopen(CONVERSATION);
  }

  String token() {
    var expires = VirtualClock.START.plus(Duration.ofDays(400));
    return new RequestTokens(signatures).write(CONVERSATION, expires);
  }

  Response get(String query) {
    return open("GET", token(), query);
  }

  Response open(String method, String token, String query) {
    return Requests.to(method + " /r/{token}")
        .parameter("token", token)
        .query(query)
        .sentTo(function);
  }

  Response post(String form) {
    return post(token(), form);
  }

  Response post(String token, String form) {
    return form(token, form.getBytes(StandardCharsets.UTF_8)).sentTo(function);
  }

  /** The status of what a form is answered, without an event around either. */
  int statusOf(byte[] form) {
    var request = form(token(), form).make();
    try {
      return function.answer(request).status();
    } catch (Problem.Refused refused) {
      return function.problem(refused.problem(), request).status();
    }
  }

  private static Requests form(String token, byte[] form) {
    return Requests.to("POST /r/{token}")
        .parameter("token", token)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
  }

  Response send(Requests request) {
    return request.sentTo(function);
  }

  Rating stored() {
    return store.find(CONVERSATION).orElseThrow().rating().orElseThrow();
  }

  boolean isRated() {
    return store.find(CONVERSATION).orElseThrow().rating().isPresent();
  }

  /** The signed time in a page's form. */
  static String made(Response page) {
    var made = MADE.matcher(page.body());
    if (!made.find()) {
      throw new AssertionError("no form in " + page.body());
    }
    return made.group(1);
  }
}
