package ratings.aws;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.alert.Notices;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Notices in DynamoDB, each in its conversation's item, by whose partition key it is named. */
public final class DynamoNotices implements Notices {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;
  private final RatingReads reads;

  public DynamoNotices(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
    this.reads = new RatingReads(dynamo, table, retries);
  }

  @Override
  public List<Found> find(Collection<String> keys) {
    var items = reads.getAsTheyAre(keys.stream().distinct().map(RatingItem::key).toList());
    var found = new ArrayList<Found>();
    items.forEach((key, item) -> found(key, item).ifPresent(found::add));
    return found;
  }

  @Override
  public void announced(Waiting waiting) {
    var key = RatingItem.key(waiting.key());
    write(AnnouncedWrite.announced(key, waiting.end(), clock.instant()));
  }

  @Override
  public void abandon(String key) {
    write(AnnouncedWrite.abandoned(RatingItem.key(key), clock.instant()));
  }

  private static Optional<Found> found(String key, Map<String, AttributeValue> item) {
    if (!RatingItem.waits(item)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Waiting(key, AlertedItem.alert(item), RatingItem.standing(item).end()));
    } catch (RuntimeException e) {
      Trouble.log("notice", e);
      return Optional.of(new Unreadable(key));
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
