package ratings.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads all items under one key of the table, consistently, of which there are few. */
record Partition(DynamoDbClient dynamo, String table, Retries retries) {

  List<Map<String, AttributeValue>> items(AttributeValue key) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    var query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#pk = :pk")
            .expressionAttributeNames(Map.of("#pk", RatingItem.PK))
            .expressionAttributeValues(Map.of(":pk", key))
            .consistentRead(true);
    QueryResponse page;
    do {
      page = retries.call(() -> dynamo.query(query.build()));
      items.addAll(page.items());
      query.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey());
    return items;
  }
}
