package ratings.aws;

import java.util.Random;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * A DynamoDB whose caller dies at some calls, before or after they take place.
 *
 * @param dying share of calls at which it does, in percent
 */
record CrashingDynamo(DynamoDbClient real, Random random, int dying) implements DynamoDbClient {

  /** That the process is gone. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return fated(() -> real.transactWriteItems(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return fated(() -> real.putItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return fated(() -> real.deleteItem(request));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return fated(() -> real.batchGetItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return fated(() -> real.query(request));
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return fated(() -> real.scan(request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return fated(() -> real.getItem(request));
  }

  @Override
  public String serviceName() {
    return real.serviceName();
  }

  @Override
  public void close() {}

  private <T> T fated(Supplier<T> call) {
    int fate = random.nextInt(200);
    if (fate < dying) {
      throw new Crash();
    }
    var response = call.get();
    if (fate < 2 * dying) {
      throw new Crash();
    }
    return response;
  }
}
