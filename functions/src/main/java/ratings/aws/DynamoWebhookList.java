package ratings.aws;

import java.util.List;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookList;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Webhooks in DynamoDB, read consistently. */
record DynamoWebhookList(DynamoDbClient dynamo, String table, Retries retries)
    implements WebhookList {

  @Override
  public List<Webhook> of(String workspace) {
    return new Partition(dynamo, table, retries)
        .items(WebhookItem.partition(workspace)).stream().map(WebhookItem::of).toList();
  }
}
