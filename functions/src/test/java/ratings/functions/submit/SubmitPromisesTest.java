package ratings.functions.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.aws.DynamoRatings;
import ratings.aws.DynamoSettings;
import ratings.aws.FaultyDynamo;
import ratings.aws.LocalTable;
import ratings.aws.Retries;
import ratings.domain.Unavailable;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Standing;
import ratings.domain.settings.Condition;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;
import ratings.domain.settings.Widgets;
import ratings.domain.signing.FixedSignatures;
import ratings.http.Requests;
import ratings.http.Response;

/** What holds for submits on a bad day of the network and of DynamoDB. */
class SubmitPromisesTest {
  private static final Retries RETRIES = new Retries(3, Duration.ofMillis(2), _ -> {});

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final Line line = SampleLine.widget("shop").line();

  @Test
  void p2ARetryIsAnsweredAsTheFirstTimeAlsoWhenTheFirstAnswerWasLost() {
    assertRetriesAreAnsweredAsTheFirstTime(store(0, 3), Figures.of(1_000));
  }

  @Test
  void p2ItsBrokenTwinForgetsTheKey() {
    var twin = new ForgetsKeys(store(0, 3));

    assertThatThrownBy(() -> assertRetriesAreAnsweredAsTheFirstTime(twin, 20))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void p8NoAcknowledgedRatingIsMissingAndWhatWasNotStoredMayBeTriedAgain() {
    assertNothingAcknowledgedIsMissing(store(30, 5), Figures.of(5_000));
  }

  @Test
  void p8HoldsAlsoWhereTheSettingsCanHardlyBeRead() {
    new DynamoSettings(table.dynamo(), table.name(), RETRIES)
        .put("acme", "shop", SampleLine.widget("shop").settings(), new Condition.Absent());
    var widgets = new DynamoSettings(faulty(30, 5), table.name(), RETRIES);

    assertNothingAcknowledgedIsMissing(function(widgets, store(30, 5)), Figures.of(300));
  }

  @Test
  void p8ItsBrokenTwinAcknowledgesWhatItLost() {
    var twin = new SwallowsFailures(store(80, 5));

    assertThatThrownBy(() -> assertNothingAcknowledgedIsMissing(twin, 200))
        .isInstanceOf(AssertionError.class);
  }

  private void assertRetriesAreAnsweredAsTheFirstTime(Ratings store, int submits) {
    var function = function(store);
    var random = new Random(2);
    for (int i = 0; i < submits; i++) {
      var request = submit("c" + i, "key-0123456789-" + i);
      var first = request.sentTo(function);
      assertThat(first.status()).isEqualTo(201);
      boolean theAnswerWasLost = random.nextInt(100) < 30;
      if (theAnswerWasLost) {
        var retried = request.sentTo(function);

        assertThat(retried.status()).isEqualTo(201);
        assertThat(retried.body()).isEqualTo(first.body());
      }
    }
  }

  private void assertNothingAcknowledgedIsMissing(Ratings store, int submits) {
    assertNothingAcknowledgedIsMissing(function(store), submits);
  }

  private void assertNothingAcknowledgedIsMissing(SubmitRatingFunction function, int submits) {
    var answers = new HashMap<String, Response>();
    for (int i = 0; i < submits; i++) {
      answers.put("c" + i, submit("c" + i, "key-0123456789-" + i).sentTo(function));
    }

    assertThat(answers.values())
        .extracting(Response::status)
        .containsAnyOf(201)
        .isSubsetOf(201, 503);
    var rated = table.rated();
    assertThat(answers)
        .allSatisfy(
            (conversation, answer) -> {
              if (answer.status() == 201) {
                assertThat(rated).contains(conversation);
              } else {
                assertThat(answer.headers()).containsKey("retry-after");
              }
            });
  }

  private Ratings store(int failing, int lost) {
    return new DynamoRatings(faulty(failing, lost), table.name(), Clock.systemUTC(), RETRIES);
  }

  private FaultyDynamo faulty(int failing, int lost) {
    return new FaultyDynamo(table.dynamo(), new Random(8), failing, lost);
  }

  private SubmitRatingFunction function(Ratings store) {
    return function(_ -> Optional.of(line), store);
  }

  private static SubmitRatingFunction function(Widgets widgets, Ratings store) {
    return new SubmitRatingFunction(
        widgets, store, new RequestTokens(new FixedSignatures("test")), Clock.systemUTC());
  }

  private static Requests submit(String conversation, String key) {
    return Requests.to("POST /v1/widgets/{widgetId}/ratings")
        .parameter("widgetId", "shop")
        .header("idempotency-key", key)
        .body("{\"conversationId\":\"" + conversation + "\",\"score\":5}");
  }

  /** The store that knows nothing of keys. */
  private record ForgetsKeys(Ratings real) implements Ratings {
    @Override
    public Recorded record(Attempt attempt) {
      return real.record(
          Attempt.of(attempt.line(), attempt.submission(), Optional.empty(), attempt.source()));
    }

    @Override
    public boolean show(Line line, Showing showing) {
      return real.show(line, showing);
    }

    @Override
    public Optional<Standing> find(ConversationId conversation) {
      return real.find(conversation);
    }
  }

  /** The store that logs a failure and goes on as if nothing had happened. */
  private record SwallowsFailures(Ratings real) implements Ratings {
    @Override
    public Recorded record(Attempt attempt) {
      try {
        return real.record(attempt);
      } catch (Unavailable swallowed) {
        var now = Clock.systemUTC().instant();
        return Recorded.of(Standing.unheardOf(attempt.line(), now).judge(attempt, now), now);
      }
    }

    @Override
    public boolean show(Line line, Showing showing) {
      return real.show(line, showing);
    }

    @Override
    public Optional<Standing> find(ConversationId conversation) {
      return real.find(conversation);
    }
  }
}
