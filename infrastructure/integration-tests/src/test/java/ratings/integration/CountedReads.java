package ratings.integration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * DynamoDB that notes what reading takes.
 *
 * @param units of each request, in their order
 */
record CountedReads(DynamoDbClient dynamo, List<Double> units) implements DynamoDbClient {

  CountedReads(DynamoDbClient dynamo) {
    this(dynamo, new ArrayList<>());
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var response =
        dynamo.query(request.copy(it -> it.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    note(Stream.of(response.consumedCapacity()));
    return response;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var response =
        dynamo.getItem(request.copy(it -> it.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    note(Stream.of(response.consumedCapacity()));
    return response;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var response =
        dynamo.batchGetItem(
            request.copy(it -> it.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    note(Stream.of(response.consumedCapacity()).flatMap(Collection::stream));
    return response;
  }

  @Override
  public String serviceName() {
    return dynamo.serviceName();
  }

  @Override
  public void close() {
    // The client under it is shared.
  }

  private void note(Stream<ConsumedCapacity> consumed) {
    units.add(consumed.mapToDouble(ConsumedCapacity::capacityUnits).sum());
  }
}
