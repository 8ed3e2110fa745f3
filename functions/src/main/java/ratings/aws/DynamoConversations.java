package ratings.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import ratings.domain.Unavailable;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.rating.Asked;
import ratings.domain.rating.Conversations;
import ratings.domain.rating.Standing;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Ends of conversations in DynamoDB. A close is judged by what is there and written over that only;
 * the first guess is that nothing is, so that a first close is one write and no read.
 */
public final class DynamoConversations implements Conversations {
  private static final int MOST_RACES = 100;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;
  private final boolean silent;

  public DynamoConversations(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this(dynamo, table, clock, retries, false);
  }

  private DynamoConversations(
      DynamoDbClient dynamo, String table, Clock clock, Retries retries, boolean silent) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
    this.silent = silent;
  }

  /** The same for what happened long ago: requests were sent then, and nobody is asked now. */
  public DynamoConversations silent() {
    return new DynamoConversations(dynamo, table, clock, retries, true);
  }

  @Override
  public Asked close(Line line, ConversationId conversation, Closing closing) {
    // A snoozed close stores nothing, so no write would tell what is there.
    return closing.ending().snoozed()
        ? decide(line, conversation, closing)
        : retries.call(() -> closeOnce(line, conversation, closing));
  }

  @Override
  public Asked decide(Line line, ConversationId conversation, Closing closing) {
    return retries.call(
        () -> {
          var now = now();
          return standing(read(conversation), line, now)
              .judge(line, conversation, closing, now)
              .asked();
        });
  }

  @Override
  public void reopen(ConversationId conversation) {
    retries.call(() -> reopenOnce(conversation));
  }

  @Override
  public boolean report(ConversationId conversation, DeliveryReport report) {
    return retries.call(() -> reportOnce(conversation, report));
  }

  private boolean reportOnce(ConversationId conversation, DeliveryReport report) {
    var before = read(conversation);
    for (int i = 0; i < MOST_RACES && !before.isEmpty(); i++) {
      var standing = RatingItem.standing(before);
      var next = standing.after(report, now());
      if (next.isEmpty() || next.get().equals(standing)) {
        return next.isPresent();
      }
      try {
        dynamo.updateItem(
            PassageWrite.of(conversation, before, next.get()).tableName(table).build());
        return true;
      } catch (ConditionalCheckFailedException quicker) {
        before = quicker.item();
      }
    }
    if (before.isEmpty()) {
      return false;
    }
    throw tooFast();
  }

  private Asked closeOnce(Line line, ConversationId conversation, Closing closing) {
    Map<String, AttributeValue> before = Map.of();
    for (int i = 0; i < MOST_RACES; i++) {
      var now = now();
      var judged = standing(before, line, now).judge(line, conversation, closing, now);
      if (judged.next().isEmpty()) {
        return judged.asked();
      }
      try {
        var next = judged.next().get();
        dynamo.updateItem(
            CloseWrite.close(line, conversation, closing, before, next, now, silent)
                .tableName(table)
                .build());
        return judged.asked();
      } catch (ConditionalCheckFailedException quicker) {
        before = quicker.item();
      }
    }
    throw tooFast();
  }

  private static Unavailable tooFast() {
    return new Unavailable("the conversation changes faster than it can be written", null);
  }

  private boolean reopenOnce(ConversationId conversation) {
    var before = read(conversation);
    for (int i = 0; i < MOST_RACES && !before.isEmpty(); i++) {
      var standing = RatingItem.standing(before);
      var next = standing.reopened();
      if (next.equals(standing)) {
        return false;
      }
      try {
        var write = CloseWrite.reopen(conversation, before, next, now());
        dynamo.updateItem(write.tableName(table).build());
        return true;
      } catch (ConditionalCheckFailedException quicker) {
        before = quicker.item();
      }
    }
    if (before.isEmpty()) {
      return false;
    }
    throw tooFast();
  }

  private Map<String, AttributeValue> read(ConversationId conversation) {
    return dynamo
        .getItem(get -> get.tableName(table).key(RatingItem.key(conversation)).consistentRead(true))
        .item();
  }

  private static Standing standing(Map<String, AttributeValue> before, Line line, Instant now) {
    return before.isEmpty() ? Standing.unheardOf(line, now) : RatingItem.standing(before);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
