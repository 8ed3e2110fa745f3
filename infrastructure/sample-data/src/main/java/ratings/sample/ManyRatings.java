package ratings.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ratings.aws.DynamoRatings;
import ratings.aws.DynamoSettings;
import ratings.aws.Retries;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Reading;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * As many ratings of one widget as a measurement wants, in seconds: a few are stored as the system
 * stores them, and copied, each copy with an id, a user and a time of its own, in batches.
 */
public final class ManyRatings {
  private static final Retries PATIENT = new Retries(8, Duration.ofMillis(100), Thread::sleep);
  private static final List<String> FEEDBACK =
      List.of("", "", "", "", "Quick and kind.", "It took a while.", "=1+1", "a \"b\",\nc");

  private final DynamoDbClient dynamo;
  private final String table;

  public ManyRatings(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * Writes them, a second apart, and returns once all are written.
   *
   * @param widget a website line of the workspace that is there already and sets no windows
   * @param last time of the last of them
   */
  public void write(String widget, int count, Instant last) {
    var line = new DynamoSettings(dynamo, table, PATIENT).find(widget).orElseThrow();
    var originals = IntStream.range(0, FEEDBACK.size()).mapToObj(i -> original(line, i)).toList();
    new Copies(dynamo, table)
        .put(
            count,
            number ->
                originals
                    .get(number % originals.size())
                    .copy("many" + number, last.minusSeconds(count - 1L - number)));
  }

  private Original original(Line line, int number) {
    var id = "original" + number;
    var body = new HashMap<String, Object>();
    body.put("conversationId", id);
    body.put("score", 1 + number % 5);
    body.put("feedback", FEEDBACK.get(number));
    body.put("userId", "user-of-" + id);
    body.put("userName", "Ada Lovelace");
    var submission = ((Reading.Valid<Submission>) Submission.read(body)).value();
    new DynamoRatings(dynamo, table, Clock.fixed(Original.THEN, ZoneOffset.UTC), PATIENT)
        .silent()
        .record(Attempt.of(line, submission, Optional.empty(), Source.IMPORT));
    return Original.taken(dynamo, table, new ConversationId(line.workspace(), id));
  }
}
