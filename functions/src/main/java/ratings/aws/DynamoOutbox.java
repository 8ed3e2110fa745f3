package ratings.aws;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ratings.domain.outbox.Outbox;
import ratings.domain.outbox.Waiting;
import ratings.domain.outbox.Waiting.Asking;
import ratings.domain.outbox.Waiting.LowRating;
import ratings.domain.outbox.Waiting.Unreadable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What waits in DynamoDB, in its conversation's item, by whose partition key it is named. */
public final class DynamoOutbox implements Outbox {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;
  private final RatingReads reads;

  public DynamoOutbox(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
    this.reads = new RatingReads(dynamo, table, retries);
  }

  @Override
  public List<Waiting> find(Collection<String> keys) {
    var items = reads.getAsTheyAre(keys.stream().distinct().map(RatingItem::key).toList());
    var found = new ArrayList<Waiting>();
    items.forEach(
        (key, item) -> {
          if (RatingItem.waits(item)) {
            found.add(readable(key, item, each -> low(key, each)));
          }
          if (SendingItem.waits(item)) {
            found.add(readable(key, item, each -> asking(key, each)));
          }
        });
    return found;
  }

  @Override
  public void announced(LowRating low) {
    write(OutboxWrite.announced(low.key(), low.end(), clock.instant()));
  }

  @Override
  public void queued(Asking asking) {
    write(OutboxWrite.queued(asking.key(), asking.sending()));
  }

  @Override
  public void sent(Asking asking) {
    write(OutboxWrite.sent(asking.key(), asking.sending(), clock.instant()));
  }

  @Override
  public void spared(Asking asking) {
    write(OutboxWrite.spared(asking.key(), asking.sending()));
  }

  @Override
  public void failed(Asking asking, String reason) {
    write(OutboxWrite.failed(asking.key(), asking.sending(), reason));
  }

  @Override
  public void abandon(String key) {
    write(OutboxWrite.unannounced(key, clock.instant()));
    write(OutboxWrite.unsendable(key));
  }

  private static Waiting low(String key, Map<String, AttributeValue> item) {
    return new LowRating(key, AlertedItem.alert(item), RatingItem.standing(item).end());
  }

  private static Waiting asking(String key, Map<String, AttributeValue> item) {
    return new Asking(key, SendingItem.sending(item), SendingItem.isQueued(item));
  }

  private static Waiting readable(
      String key,
      Map<String, AttributeValue> item,
      Function<Map<String, AttributeValue>, Waiting> read) {
    try {
      return read.apply(item);
    } catch (RuntimeException e) {
      Trouble.log("outbox", e);
      return new Unreadable(key);
    }
  }

  /** Somebody else may have been quicker, and that is as well. */
  private void write(UpdateItemRequest.Builder request) {
    retries.call(
        () -> {
          try {
            return Optional.of(dynamo.updateItem(request.tableName(table).build()));
          } catch (ConditionalCheckFailedException waitsNoMore) {
            return Optional.empty();
          }
        });
  }
}
