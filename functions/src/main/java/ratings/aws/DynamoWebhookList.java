package ratings.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookList;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Webhooks in DynamoDB, read consistently. */
record DynamoWebhookList(DynamoDbClient dynamo, String table, Retries retries)
    implements WebhookList {

  @Override
  public List<Webhook> of(String workspace) {
    var webhooks = new ArrayList<Webhook>();
    var query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#pk = :webhooks")
            .expressionAttributeNames(Map.of("#pk", RatingItem.PK))
            .expressionAttributeValues(Map.of(":webhooks", WebhookItem.partition(workspace)))
            .consistentRead(true);
    QueryResponse page;
    do {
      page = retries.call(() -> dynamo.query(query.build()));
      page.items().forEach(item -> webhooks.add(WebhookItem.of(item)));
      query.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey());
    return webhooks;
  }
}
