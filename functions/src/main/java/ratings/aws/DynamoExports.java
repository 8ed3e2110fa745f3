package ratings.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.export.Export;
import ratings.domain.export.Exports;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Exports in DynamoDB, read consistently. */
public final class DynamoExports implements Exports {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;

  public DynamoExports(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  @Override
  public void add(Export export) {
    var item = ExportItem.item(export);
    retries.call(() -> dynamo.putItem(put -> put.tableName(table).item(item)));
  }

  @Override
  public Optional<Export> find(String workspace, String id) {
    return ExportItem.key(workspace, id)
        .map(
            key ->
                retries.call(
                    () ->
                        dynamo
                            .getItem(get -> get.tableName(table).key(key).consistentRead(true))
                            .item()))
        .filter(item -> !item.isEmpty())
        .map(ExportItem::of);
  }

  @Override
  public List<Export> newest(String workspace, int most) {
    var found =
        retries.call(
            () ->
                dynamo.query(
                    query ->
                        query
                            .tableName(table)
                            .keyConditionExpression("#pk = :exports")
                            .expressionAttributeNames(Map.of("#pk", RatingItem.PK))
                            .expressionAttributeValues(
                                Map.of(":exports", ExportItem.partition(workspace)))
                            .scanIndexForward(false)
                            .consistentRead(true)
                            .limit(most)));
    return found.items().stream().map(ExportItem::of).toList();
  }

  /** What stands there already was put by a try of ours whose answer was lost. */
  @Override
  public boolean replace(Export next) {
    var item = ExportItem.item(next);
    var put =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("#version = :before")
            .expressionAttributeNames(Map.of("#version", ExportItem.VERSION))
            .expressionAttributeValues(Map.of(":before", Attributes.number(next.version() - 1)))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      retries.call(() -> dynamo.putItem(put));
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem() && refused.item().equals(item);
    }
  }
}
