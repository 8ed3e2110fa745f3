package ratings.aws;

import java.util.Map;
import java.util.Optional;
import ratings.domain.bot.Credentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Credentials of bots' clients in the vault, read consistently: what was revoked is at once. */
record DynamoCredentials(DynamoDbClient dynamo, String table, String vault, Retries retries)
    implements Credentials {

  @Override
  public Optional<Credential> of(String clientId) {
    var key = CredentialItem.key(clientId);
    return CredentialItem.credential(
        retries.call(
            () ->
                dynamo.getItem(get -> get.tableName(vault).key(key).consistentRead(true)).item()));
  }

  @Override
  public boolean hasBot(String workspace, String botId) {
    return !retries
        .call(
            () ->
                dynamo
                    .query(
                        query ->
                            query
                                .tableName(table)
                                .keyConditionExpression("#pk = :bots AND begins_with(#sk, :bot)")
                                .expressionAttributeNames(
                                    Map.of("#pk", RatingItem.PK, "#sk", RatingItem.SK))
                                .expressionAttributeValues(
                                    Map.of(
                                        ":bots", BotClientItem.partition(workspace),
                                        ":bot", Attributes.text(BotClientItem.ofBot(botId))))
                                .consistentRead(true)
                                .limit(1))
                    .items())
        .isEmpty();
  }
}
