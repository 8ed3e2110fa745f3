package ratings.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import ratings.benchmark.cost.ItemSize;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** DynamoDB that counts requests, and the units they consume, from the sizes of what they read. */
final class CountedReads implements DynamoDbClient {
  private static final int UNIT = 4096;

  private final DynamoDbClient dynamo;
  private int requests;
  private double units;

  CountedReads(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var response = dynamo.query(request);
    note(response.items(), request.consistentRead());
    return response;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var response = dynamo.getItem(request);
    note(List.of(response.item()), request.consistentRead());
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

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d requests, %.1f units", requests, units);
  }

  private void note(List<Map<String, AttributeValue>> read, Boolean consistent) {
    int size = read.stream().mapToInt(ItemSize::of).sum();
    requests++;
    units += Math.max(1, Math.ceilDiv(size, UNIT)) * (Boolean.TRUE.equals(consistent) ? 1 : 0.5);
  }
}
