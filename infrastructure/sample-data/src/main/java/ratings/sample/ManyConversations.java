package ratings.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ratings.aws.DynamoConversations;
import ratings.aws.DynamoRatings;
import ratings.aws.DynamoSettings;
import ratings.aws.Retries;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Reading;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Customer;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.rating.Survey;
import ratings.domain.report.Combination;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * As many conversations as a measurement wants, of all that reports can tell apart, in seconds: of
 * each kind and answer one is stored as the system stores it, and copied in batches, each copy with
 * an id and a time of its own. What is written is drawn from a seed, and told to whoever recounts.
 */
public final class ManyConversations {
  private static final Retries PATIENT = new Retries(8, Duration.ofMillis(100), Thread::sleep);
  private static final Clock THEN = Clock.fixed(Original.THEN, ZoneOffset.UTC);
  private static final double ANSWERING = 0.5;
  private static final double TELLING = 0.6;

  private final DynamoDbClient dynamo;
  private final String table;
  private final String workspace;
  private final List<Combination> kinds;
  private final Map<Sample, Original> originals = new HashMap<>();

  /**
   * Writes into a workspace.
   *
   * @param kinds what the conversations are; their lines are there already, with channels and
   *     scales, and set no windows
   */
  public ManyConversations(
      DynamoDbClient dynamo, String table, String workspace, List<Combination> kinds) {
    this.dynamo = dynamo;
    this.table = table;
    this.workspace = workspace;
    this.kinds = List.copyOf(kinds);
  }

  /**
   * A conversation as it was written.
   *
   * @param asked when its customer was asked, and answered at once
   * @param score nothing where nobody answered
   * @param resolved what the customer said of that
   */
  public record Written(
      Instant asked, Combination kind, Optional<Integer> score, Optional<Boolean> resolved) {

    /** Whether the request is known to have arrived: a widget's was shown, an answer is proof. */
    public boolean delivered() {
      return score.isPresent() || kind.teammate().isEmpty();
    }
  }

  private record Sample(Combination kind, Optional<Integer> score, Optional<Boolean> resolved) {}

  /**
   * Writes conversations from an instant to another, at equal distances and of one kind after the
   * other, and returns once all are written.
   */
  public List<Written> write(int count, Instant first, Instant last) {
    var random = new Random(count);
    var distance = Duration.between(first, last).dividedBy(Math.max(1, count - 1));
    var written = new ArrayList<Written>();
    for (int number = 0; number < count; number++) {
      var at = first.plus(distance.multipliedBy(number));
      written.add(drawn(at, kinds.get(number % kinds.size()), random));
    }
    written.forEach(it -> originals.computeIfAbsent(sample(it), this::original));
    new Copies(dynamo, table).put(count, number -> copy(written.get(number), number));
    return written;
  }

  private static Written drawn(Instant at, Combination kind, Random random) {
    if (kind.survey().isEmpty() && random.nextDouble() >= ANSWERING) {
      return new Written(at, kind, Optional.empty(), Optional.empty());
    }
    var scores = kind.scale().scores();
    var score = Optional.of(scores.get(random.nextInt(scores.size())));
    boolean tells = kind.survey().isEmpty() && random.nextDouble() < TELLING;
    return new Written(at, kind, score, Optional.of(random.nextBoolean()).filter(_ -> tells));
  }

  private static Sample sample(Written written) {
    return new Sample(written.kind(), written.score(), written.resolved());
  }

  private Map<String, AttributeValue> copy(Written written, int number) {
    return originals.get(sample(written)).copy("many" + number, written.asked());
  }

  private Original original(Sample sample) {
    var id = String.format(Locale.ROOT, "original-%06d", originals.size());
    var conversation = new ConversationId(workspace, id);
    var line =
        new DynamoSettings(dynamo, table, PATIENT)
            .find(workspace, sample.kind().line())
            .orElseThrow();
    if (sample.kind().survey().isEmpty()) {
      ask(line, conversation, sample.kind());
    }
    sample.score().ifPresent(score -> answer(line, conversation, sample, score));
    return Original.taken(dynamo, table, conversation);
  }

  private void ask(Line line, ConversationId conversation, Combination kind) {
    var body = new HashMap<String, Object>();
    kind.bot().ifPresent(bot -> body.put("botId", bot));
    if (kind.teammate().isEmpty()) {
      body.put("conversationId", conversation.id());
      ratings().show(line, valid(Showing.read(body)));
      return;
    }
    body.put("channel", kind.channel());
    body.put("lineId", kind.line());
    body.put("closedBy", "teammate");
    body.put("closedAt", Original.THEN.toString());
    body.put("lastCustomerMessageAt", Original.THEN.toString());
    body.put("teammate", teammate(kind));
    new DynamoConversations(dynamo, table, THEN, PATIENT)
        .silent()
        .close(line, conversation, valid(Closing.read(body, Original.THEN)));
  }

  private static Map<String, Object> teammate(Combination kind) {
    var teammate = new HashMap<String, Object>();
    teammate.put("id", kind.teammate().orElseThrow());
    teammate.put("name", "Teammate " + kind.teammate().get());
    kind.team().ifPresent(team -> teammate.put("team", team));
    return teammate;
  }

  private void answer(Line line, ConversationId conversation, Sample sample, int score) {
    var body = new HashMap<String, Object>();
    body.put("conversationId", conversation.id());
    body.put("score", score);
    sample.resolved().ifPresent(resolved -> body.put("resolved", resolved));
    var kind = sample.kind();
    var plain = valid(Submission.read(body));
    var submission =
        new Submission(
            plain.conversation(),
            plain.answer(),
            new Customer(Optional.empty(), Optional.empty(), kind.bot(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            kind.survey().map(name -> new Survey(name, kind.channel(), kind.scale(), "")));
    var by = kind.survey().isEmpty() ? line : line.surveyed(kind.channel(), kind.scale());
    ratings().record(Attempt.of(by, submission, Optional.empty(), Source.IMPORT));
  }

  private DynamoRatings ratings() {
    return new DynamoRatings(dynamo, table, THEN, PATIENT).silent();
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T>(var value) -> value;
      case Reading.Invalid<T>(var violations) ->
          throw new IllegalStateException(violations.toString());
    };
  }
}
