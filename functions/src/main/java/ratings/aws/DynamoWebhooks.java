package ratings.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ratings.domain.Unavailable;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.Webhooks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Webhooks in the table of ratings and their secrets in the vault, read consistently. One that is
 * made or removed changes in both or in neither.
 */
public final class DynamoWebhooks implements Webhooks {
  private static final int MOST_RACES = 20;
  private static final String IS_THERE = "attribute_exists(" + RatingItem.PK + ")";

  private final DynamoDbClient dynamo;
  private final String table;
  private final String vault;
  private final Retries retries;
  private final DynamoWebhookList list;
  private final VaultSecrets secrets;

  public DynamoWebhooks(DynamoDbClient dynamo, String table, String vault, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.vault = vault;
    this.retries = retries;
    this.list = new DynamoWebhookList(dynamo, table, retries);
    this.secrets = new VaultSecrets(dynamo, vault, retries);
  }

  @Override
  public List<Webhook> of(String workspace) {
    return list.of(workspace);
  }

  @Override
  public Optional<Webhook> find(String workspace, String id) {
    return Optional.of(get(table, WebhookItem.key(workspace, id)))
        .filter(item -> !item.isEmpty())
        .map(WebhookItem::of);
  }

  @Override
  public boolean put(Webhook webhook, Secret secret) {
    var registration = UUID.randomUUID().toString();
    var item = WebhookItem.item(webhook, registration);
    for (int i = 0; i < MOST_RACES; i++) {
      if (replace(item)) {
        return false;
      }
      if (create(item, registration, webhook, secret)) {
        return true;
      }
    }
    throw new Unavailable("the webhook comes and goes faster than it can be written", null);
  }

  private boolean replace(Map<String, AttributeValue> item) {
    var put =
        PutItemRequest.builder().tableName(table).item(item).conditionExpression(IS_THERE).build();
    try {
      retries.call(() -> dynamo.putItem(put));
      return true;
    } catch (ConditionalCheckFailedException nothingThere) {
      return false;
    }
  }

  /** What is there already may have been put by a try of ours whose answer was lost. */
  private boolean create(
      Map<String, AttributeValue> item, String registration, Webhook webhook, Secret secret) {
    var put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("attribute_not_exists(" + RatingItem.PK + ")")
            .returnValuesOnConditionCheckFailure(VaultSecrets.AS_IT_WAS)
            .build();
    var vaultItem =
        Put.builder()
            .tableName(vault)
            .item(WebhookSecretItem.first(webhook.workspace(), webhook.id(), secret))
            .build();
    var refusal =
        secrets.both(
            registration,
            TransactWriteItem.builder().put(put).build(),
            TransactWriteItem.builder().put(vaultItem).build());
    return refusal.isEmpty() || WebhookItem.isOf(registration, refusal.get());
  }

  @Override
  public boolean remove(String workspace, String id) {
    var item =
        Delete.builder()
            .tableName(table)
            .key(WebhookItem.key(workspace, id))
            .conditionExpression(IS_THERE)
            .build();
    var vaultItem =
        Delete.builder().tableName(vault).key(WebhookSecretItem.key(workspace, id)).build();
    return secrets
        .both(
            UUID.randomUUID().toString(),
            TransactWriteItem.builder().delete(item).build(),
            TransactWriteItem.builder().delete(vaultItem).build())
        .isEmpty();
  }

  @Override
  public List<Secret> secrets(String workspace, String id) {
    return WebhookSecretItem.secrets(get(vault, WebhookSecretItem.key(workspace, id)));
  }

  @Override
  public boolean rotate(String workspace, String id, Secret newest) {
    var key = WebhookSecretItem.key(workspace, id);
    return secrets.rotate(key, new Update(), IS_THERE, newest.bytes());
  }

  @Override
  public void switchOff(Webhook read, Instant now) {
    var update = new Update().set(WebhookItem.OFF_SINCE, Attributes.time(now));
    var unchanged =
        "%s = %s AND %s = %s"
            .formatted(
                update.name(WebhookItem.CHANGED_AT),
                update.value("readAt", Attributes.time(read.changedAt())),
                update.name(WebhookItem.ENDPOINT),
                update.value("read", Attributes.text(read.endpoint())));
    var off =
        update
            .request()
            .tableName(table)
            .key(WebhookItem.key(read.workspace(), read.id()))
            .conditionExpression(unchanged)
            .build();
    try {
      retries.call(() -> dynamo.updateItem(off));
    } catch (ConditionalCheckFailedException registeredAgain) {
      return; // and so it is on
    }
  }

  private Map<String, AttributeValue> get(String from, Map<String, AttributeValue> key) {
    return retries.call(
        () -> dynamo.getItem(get -> get.tableName(from).key(key).consistentRead(true)).item());
  }
}
