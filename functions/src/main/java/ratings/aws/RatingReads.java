package ratings.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.Unavailable;
import ratings.domain.conversation.ConversationId;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The requests by which conversations' items are read, each tried again where that may help. */
record RatingReads(DynamoDbClient dynamo, String table, Retries retries) {
  /** Most items of one {@code BatchGetItem}. */
  static final int BATCH = 100;

  /**
   * The next items of a range.
   *
   * @param start where the response before it stopped; empty for the first
   * @throws Unavailable if DynamoDB would not have it
   */
  QueryResponse query(IndexRange range, Map<String, AttributeValue> start, int limit) {
    var request = range.request().tableName(table).limit(limit);
    if (!start.isEmpty()) {
      request.exclusiveStartKey(start);
    }
    return retries.call(() -> dynamo.query(request.build()));
  }

  /**
   * The items of some keys that exist, by their partition key.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  Map<String, Map<String, AttributeValue>> get(List<Map<String, AttributeValue>> keys) {
    return get(keys, false);
  }

  /**
   * The items of some keys, by their partition key, as the latest write has left them.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  Map<String, Map<String, AttributeValue>> getAsTheyAre(List<Map<String, AttributeValue>> keys) {
    return get(keys, true);
  }

  private Map<String, Map<String, AttributeValue>> get(
      List<Map<String, AttributeValue>> keys, boolean consistent) {
    var items = new HashMap<String, Map<String, AttributeValue>>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      var missing = new ArrayList<>(keys.subList(from, Math.min(from + BATCH, keys.size())));
      retries.call(() -> getAll(missing, consistent, items));
    }
    return items;
  }

  /**
   * One item, as it is now.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  Optional<Map<String, AttributeValue>> get(ConversationId conversation) {
    var key = RatingItem.key(conversation);
    return Optional.of(
            retries.call(
                () ->
                    dynamo
                        .getItem(get -> get.tableName(table).key(key).consistentRead(true))
                        .item()))
        .filter(item -> !item.isEmpty());
  }

  /**
   * Keys over which the workspace's ratings are spread by time.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  int shards(String workspace) {
    var key = WorkspaceItem.key(workspace);
    return WorkspaceItem.shards(
        retries.call(() -> dynamo.getItem(get -> get.tableName(table).key(key)).item()));
  }

  /** Gets what is missing; what DynamoDB left over stays missing and counts as throttled. */
  private Collection<Map<String, AttributeValue>> getAll(
      List<Map<String, AttributeValue>> missing,
      boolean consistent,
      Map<String, Map<String, AttributeValue>> items) {
    var wanted = KeysAndAttributes.builder().keys(missing).consistentRead(consistent).build();
    var response = dynamo.batchGetItem(batch -> batch.requestItems(Map.of(table, wanted)));
    for (var item : response.responses().getOrDefault(table, List.of())) {
      items.put(RatingItem.partition(item), item);
    }
    missing.clear();
    if (response.unprocessedKeys().containsKey(table)) {
      missing.addAll(response.unprocessedKeys().get(table).keys());
      throw leftOver();
    }
    return items.values();
  }

  private static ProvisionedThroughputExceededException leftOver() {
    var details = AwsErrorDetails.builder().errorCode("ProvisionedThroughputExceededException");
    return ProvisionedThroughputExceededException.builder()
        .message("some keys were left over")
        .awsErrorDetails(details.build())
        .build();
  }
}
