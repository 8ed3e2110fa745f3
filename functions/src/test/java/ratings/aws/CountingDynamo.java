package ratings.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB that notes what it is asked.
 *
 * @param calls each as its kind or its index, and how many items it read
 */
record CountingDynamo(DynamoDbClient dynamo, List<String> calls) implements DynamoDbClient {

  CountingDynamo(DynamoDbClient dynamo) {
    this(dynamo, Collections.synchronizedList(new ArrayList<>()));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var response = dynamo.query(request);
    calls.add(request.indexName() + " " + response.scannedCount());
    return response;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var response = dynamo.batchGetItem(request);
    calls.add("batch " + response.responses().values().stream().mapToInt(List::size).sum());
    return response;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var response = dynamo.getItem(request);
    calls.add("get " + (response.item().isEmpty() ? 0 : 1));
    return response;
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    calls.add("update");
    return dynamo.updateItem(request);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    calls.add("put");
    return dynamo.putItem(request);
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
