package ratings.sample;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import ratings.aws.DynamoConversations;
import ratings.aws.DynamoRatings;
import ratings.aws.DynamoSettings;
import ratings.aws.Retries;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Reading;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Condition;
import ratings.domain.settings.Line;
import ratings.domain.settings.Settings;
import ratings.sample.Conversation.Step;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Writes the sample data, each thing at its own time in the past, until yesterday's end: what
 * somebody tries out today comes on top, and so do answers to the requests to rate that go out now.
 * What is there already stays as it is.
 */
final class SampleData {
  /** Two processes that wait for each other get little done on a machine that is busy. */
  private static final int AT_ONCE = 4;

  /** Low ratings of so long stand in the log of alerts. */
  private static final Duration LOGGED = Duration.ofDays(7);

  private static final Retries PATIENT = new Retries(8, Duration.ofMillis(100), Thread::sleep);

  private static final Condition UNTOUCHED =
      new Condition.IsVersion(Set.of(Settings.none().version()));

  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoSettings settings;
  private final SampleAlerts alerts;
  private final Phrases phrases = Phrases.load();

  SampleData(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.settings = new DynamoSettings(dynamo, table, PATIENT);
    this.alerts = new SampleAlerts(dynamo, table, PATIENT);
  }

  /**
   * Loads what had happened by then, settings first, then the newest day first, and requests to
   * rate at last.
   *
   * @param days how many, until yesterday
   * @param yesterdayIsThere what is to be done before all that is older
   * @return how many ratings were not there before
   */
  long load(Instant now, int days, Runnable yesterdayIsThere) {
    var workspaces = Stream.of("acme", "globex").map(this::configured).toList();
    long created = 0;
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int daysAgo = 1; daysAgo <= days; daysAgo++) {
        for (var workspace : workspaces) {
          created += load(workspace, daysAgo, now, threads);
        }
        if (daysAgo == 1) {
          yesterdayIsThere.run();
        }
      }
    }
    workspaces.forEach(workspace -> ask(workspace, now));
    return created;
  }

  /** A workspace that has its settings, with its lines as they are now. */
  private record Configured(
      SampleWorkspace workspace, Conversations conversations, Map<String, Line> lines) {
    Line lineOf(Conversation conversation) {
      return lines.get(conversation.line().id());
    }
  }

  private Configured configured(String name) {
    var workspace = SampleWorkspace.named(name);
    var own = valid(Settings.readWorkspace(workspace.settings()));
    settings.put(name, own, UNTOUCHED);
    alerts.subscribe(name);
    var lines = new HashMap<String, Line>();
    for (var line : workspace.lines()) {
      var ofLine = valid(Settings.readLine(line.settings(), own));
      settings.put(name, line.id(), ofLine, new Condition.Absent());
      lines.put(line.id(), settings.find(name, line.id()).orElseThrow());
    }
    return new Configured(workspace, new Conversations(workspace, phrases), lines);
  }

  /** Ends conversations as their platforms do, so that requests to rate go out at once. */
  private void ask(Configured configured, Instant now) {
    var workspace = configured.workspace();
    var midnight =
        now.atZone(workspace.timeZone()).truncatedTo(ChronoUnit.DAYS).toInstant().toString();
    var conversations =
        new DynamoConversations(dynamo, table, Clock.fixed(now, ZoneOffset.UTC), PATIENT);
    for (var waiting : workspace.waiting()) {
      var body = new LinkedHashMap<>(waiting.close());
      List.of("closedAt", "lastReplyAt", "lastCustomerMessageAt")
          .forEach(name -> body.put(name, midnight));
      var closing = valid(Closing.read(body, now));
      conversations.close(
          configured.lines().get(closing.line()),
          new ConversationId(workspace.id(), waiting.conversationId()),
          closing);
    }
  }

  private long load(Configured configured, int daysAgo, Instant now, Executor threads) {
    var today = now.atZone(configured.workspace().timeZone()).toLocalDate();
    var loaded =
        configured.conversations().of(today.minusDays(daysAgo), daysAgo).stream()
            .map(it -> supplyAsync(() -> load(configured.lineOf(it), it, now), threads))
            .toList();
    return loaded.stream().filter(CompletableFuture::join).count();
  }

  /** Whether that made a rating. */
  private boolean load(Line line, Conversation conversation, Instant now) {
    conversation.asked().ifPresent(step -> ask(line, conversation, step));
    boolean created = false;
    for (int i = 0; i < conversation.answers().size(); i++) {
      var step = conversation.answers().get(i);
      if (step.at().isBefore(now)) {
        var attempt = attempt(line, conversation, step, i);
        boolean isNew = at(step.at()).record(attempt) instanceof Recorded.Created;
        if (isNew && step.at().isAfter(now.minus(LOGGED))) {
          alerts.enter(attempt, conversation, step.at());
        }
        created |= isNew;
      }
    }
    return created;
  }

  private void ask(Line line, Conversation conversation, Step step) {
    if (conversation.teammate().isEmpty()) {
      at(step.at()).show(line, valid(Showing.read(step.body())));
      return;
    }
    var closing = valid(Closing.read(step.body(), step.at()));
    new DynamoConversations(dynamo, table, Clock.fixed(step.at(), ZoneOffset.UTC), PATIENT)
        .silent()
        .close(line, new ConversationId(line.workspace(), conversation.id()), closing);
  }

  private static Attempt attempt(Line line, Conversation conversation, Step step, int number) {
    var submission = valid(Submission.read(step.body()));
    String key = "sample-" + submission.conversation() + "-" + number;
    return Attempt.of(line, submission, Optional.of(key), conversation.line().source());
  }

  /** The store as it was at an instant, and nobody is told now of what was low then. */
  private Ratings at(Instant then) {
    return new DynamoRatings(dynamo, table, Clock.fixed(then, ZoneOffset.UTC), PATIENT).silent();
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T>(var value) -> value;
      case Reading.Invalid<T>(var violations) ->
          throw new IllegalStateException(violations.toString());
    };
  }
}
