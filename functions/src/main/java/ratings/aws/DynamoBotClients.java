package ratings.aws;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ratings.domain.Unavailable;
import ratings.domain.bot.BotClient;
import ratings.domain.bot.BotClients;
import ratings.domain.bot.ClientSecret;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Bots' clients in the table of ratings, and once more with their secrets in the vault. What
 * changes both changes both or neither, and the vault's item decides.
 */
final class DynamoBotClients implements BotClients {
  private static final int MOST_RACES = 20;

  private final DynamoDbClient dynamo;
  private final String table;
  private final String vault;
  private final Retries retries;
  private final VaultSecrets secrets;

  DynamoBotClients(DynamoDbClient dynamo, String table, String vault, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.vault = vault;
    this.retries = retries;
    this.secrets = new VaultSecrets(dynamo, vault, retries);
  }

  @Override
  public Put put(BotClient client, ClientSecret secret) {
    for (int i = 0; i < MOST_RACES; i++) {
      if (replace(client).isEmpty()) {
        return Put.REPLACED;
      }
      var there = create(client, secret);
      if (there.isEmpty() || VaultSecrets.isOneOf(there.get(), secret.bytes())) {
        return Put.CREATED;
      }
      if (!BotClientItem.isOf(client.workspace(), client.botId(), there.get())) {
        return Put.TAKEN;
      }
    }
    throw new Unavailable("the client comes and goes faster than it can be written", null);
  }

  private Optional<Map<String, AttributeValue>> replace(BotClient client) {
    var attributes = BotClientItem.attributes(client);
    var update = new Update().set(BotClientItem.CLIENT, attributes.get(BotClientItem.CLIENT));
    var ours = BotClientItem.isOf(client.workspace(), client.botId(), update);
    var request = update.request().build();
    return both(
        client,
        TransactWriteItem.builder()
            .update(
                credential ->
                    credential
                        .tableName(vault)
                        .key(CredentialItem.key(client.id()))
                        .updateExpression(request.updateExpression())
                        .conditionExpression(ours)
                        .expressionAttributeNames(request.expressionAttributeNames())
                        .expressionAttributeValues(request.expressionAttributeValues())
                        .returnValuesOnConditionCheckFailure(VaultSecrets.AS_IT_WAS))
            .build());
  }

  private Optional<Map<String, AttributeValue>> create(BotClient client, ClientSecret secret) {
    return both(
        client,
        TransactWriteItem.builder()
            .put(
                credential ->
                    credential
                        .tableName(vault)
                        .item(CredentialItem.first(client, secret))
                        .conditionExpression("attribute_not_exists(" + RatingItem.PK + ")")
                        .returnValuesOnConditionCheckFailure(VaultSecrets.AS_IT_WAS))
            .build());
  }

  /** The credential as it was, empty where there was none, if its condition did not hold. */
  private Optional<Map<String, AttributeValue>> both(
      BotClient client, TransactWriteItem credential) {
    var item = BotClientItem.item(client);
    return both(
        credential,
        TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build());
  }

  private Optional<Map<String, AttributeValue>> both(
      TransactWriteItem credential, TransactWriteItem registration) {
    return secrets.both(UUID.randomUUID().toString(), credential, registration);
  }

  @Override
  public Optional<BotClient> find(String workspace, String botId, String id) {
    var key = BotClientItem.key(workspace, botId, id);
    return Optional.of(
            retries.call(
                () ->
                    dynamo
                        .getItem(get -> get.tableName(table).key(key).consistentRead(true))
                        .item()))
        .filter(item -> item.containsKey(BotClientItem.CLIENT))
        .map(BotClientItem::of);
  }

  @Override
  public boolean remove(String workspace, String botId, String id) {
    var update = new Update();
    var ours = BotClientItem.isOf(workspace, botId, update);
    var names = update.request().build();
    return both(
            TransactWriteItem.builder()
                .delete(
                    credential ->
                        credential
                            .tableName(vault)
                            .key(CredentialItem.key(id))
                            .conditionExpression(ours)
                            .expressionAttributeNames(names.expressionAttributeNames())
                            .expressionAttributeValues(names.expressionAttributeValues()))
                .build(),
            TransactWriteItem.builder()
                .delete(item -> item.tableName(table).key(BotClientItem.key(workspace, botId, id)))
                .build())
        .isEmpty();
  }

  @Override
  public boolean rotate(String workspace, String botId, String id, ClientSecret newest) {
    var update = new Update();
    var ours = BotClientItem.isOf(workspace, botId, update);
    return secrets.rotate(CredentialItem.key(id), update, ours, newest.bytes());
  }
}
