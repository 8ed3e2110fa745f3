package ratings.aws;

import java.util.List;
import java.util.Map;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Recipients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Recipients in DynamoDB, read consistently. */
public final class DynamoRecipients implements Recipients {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;

  public DynamoRecipients(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  @Override
  public List<Recipient> of(String workspace) {
    return new Partition(dynamo, table, retries)
        .items(RecipientItem.partition(workspace)).stream().map(RecipientItem::of).toList();
  }

  /** Never over one that is there, for that one knows what waits for him. */
  @Override
  public boolean add(Recipient recipient) {
    var item = RecipientItem.item(recipient);
    try {
      retries.call(
          () ->
              dynamo.putItem(
                  put ->
                      put.tableName(table)
                          .item(item)
                          .conditionExpression("attribute_not_exists(#pk)")
                          .expressionAttributeNames(Map.of("#pk", RatingItem.PK))));
      return true;
    } catch (ConditionalCheckFailedException there) {
      return false;
    }
  }

  @Override
  public boolean remove(String workspace, String id) {
    return retries
        .call(
            () ->
                dynamo.deleteItem(
                    delete ->
                        delete
                            .tableName(table)
                            .key(RecipientItem.key(workspace, id))
                            .returnValues(ReturnValue.ALL_OLD)))
        .hasAttributes();
  }
}
