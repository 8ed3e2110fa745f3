package ratings.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ratings.domain.Unavailable;
import ratings.domain.alert.Notice;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Receipt;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Standing;
import ratings.domain.rating.Verdict;
import ratings.domain.settings.Line;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Conversations in DynamoDB. One conditional {@code UpdateItem} creates, changes and refuses; its
 * condition says in DynamoDB's words what {@link Standing#judge} says in ours, and the item as it
 * was before tells which of them it did.
 */
public final class DynamoRatings implements Ratings {
  private static final int MOST_RACES = 20;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;
  private final boolean silent;

  public DynamoRatings(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this(dynamo, table, clock, retries, false);
  }

  private DynamoRatings(
      DynamoDbClient dynamo, String table, Clock clock, Retries retries, boolean silent) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
    this.silent = silent;
  }

  /** The same for what happened long ago: nobody is told of a low rating now. */
  public DynamoRatings silent() {
    return new DynamoRatings(dynamo, table, clock, retries, true);
  }

  @Override
  public Recorded record(Attempt attempt) {
    var lost = new HashSet<Instant>();
    return retries.call(() -> recordOnce(attempt, lost));
  }

  @Override
  public boolean show(Line line, Showing showing) {
    return retries.call(() -> showOnce(line, showing));
  }

  @Override
  public Optional<Standing> find(ConversationId conversation) {
    return retries.call(() -> read(conversation));
  }

  /**
   * Writes, and judges by what was there before. Where the condition did not hold and the judge
   * would have it after all, somebody else was quicker, or the scale or the customer is another: it
   * writes again.
   *
   * @param lost the clock's readings of earlier tries whose answers did not reach us
   */
  private Recorded recordOnce(Attempt attempt, Set<Instant> lost) {
    var standing = assumed(attempt);
    Map<String, AttributeValue> known = Map.of();
    for (int i = 0; i < MOST_RACES; i++) {
      var now = standing.judgedAt(attempt.takenAt().orElseGet(this::now));
      var verdict = standing.judge(attempt, now);
      if (!(verdict instanceof Verdict.Create || verdict instanceof Verdict.Change)) {
        return ours(verdict, lost).orElseGet(() -> Recorded.of(verdict, now));
      }
      try {
        boolean suspect = standing.suspects(attempt, now);
        var notice = notice(attempt, standing);
        var write = RatingWrite.answer(attempt, known, standing.scale(), notice, suspect, now);
        var before = dynamo.updateItem(write.tableName(table).build()).attributes();
        return Recorded.of(standing(before, attempt.line(), now).judge(attempt, now), now);
      } catch (ConditionalCheckFailedException refused) {
        known = refused.item();
        standing = RatingItem.standing(known);
      } catch (SdkException e) {
        lost.add(now);
        throw e;
      }
    }
    throw tooFast();
  }

  private static Unavailable tooFast() {
    return new Unavailable("the conversation changes faster than it can be written", null);
  }

  private Optional<Notice> notice(Attempt attempt, Standing standing) {
    return silent ? Optional.empty() : Notice.of(attempt, standing.scale());
  }

  /** Nothing is read before the first write, unless the line's scale has no such score. */
  private Standing assumed(Attempt attempt) {
    var unheardOf = Standing.unheardOf(attempt.line(), now());
    return unheardOf.scale().takes(attempt.answer().score())
        ? unheardOf
        : read(attempt.conversation()).orElse(unheardOf);
  }

  /** What an earlier try of this very attempt stored, whose answer did not reach us. */
  private static Optional<Recorded> ours(Verdict verdict, Set<Instant> lost) {
    if (!(verdict instanceof Verdict.Replay(var rating, var receipt))) {
      return Optional.empty();
    }
    var latest = rating.changedAt().orElse(rating.recordedAt());
    var written = receipt.map(Receipt::at).orElse(latest);
    if (!lost.contains(written)) {
      return Optional.empty();
    }
    return Optional.of(
        written.equals(rating.recordedAt())
            ? new Recorded.Created(rating, written)
            : new Recorded.Changed(rating, written));
  }

  private boolean showOnce(Line line, Showing showing) {
    Map<String, AttributeValue> known = Map.of();
    for (int i = 0; i < MOST_RACES; i++) {
      try {
        var write = RatingWrite.showing(line, showing, known, now());
        dynamo.updateItem(write.tableName(table).build());
        return true;
      } catch (ConditionalCheckFailedException refused) {
        known = refused.item();
        var standing = RatingItem.standing(known);
        boolean ours = standing.line().equals(line.id());
        if (!ours || standing.shown(now()).equals(standing)) {
          return ours;
        }
      }
    }
    throw tooFast();
  }

  private Optional<Standing> read(ConversationId conversation) {
    var item =
        dynamo
            .getItem(
                get -> get.tableName(table).key(RatingItem.key(conversation)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(RatingItem.standing(item));
  }

  private static Standing standing(Map<String, AttributeValue> before, Line line, Instant now) {
    return before.isEmpty() ? Standing.unheardOf(line, now) : RatingItem.standing(before);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
