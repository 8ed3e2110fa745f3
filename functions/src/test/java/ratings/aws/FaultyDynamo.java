package ratings.aws;

import java.util.Random;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A DynamoDB on a bad day: some calls fail, and of some that succeed the answer is lost.
 *
 * @param failing share of calls that fail, in percent
 * @param lost share of calls that succeed without an answer, in percent
 */
public record FaultyDynamo(DynamoDbClient real, Random random, int failing, int lost)
    implements DynamoDbClient {

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return fated(() -> real.updateItem(request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return fated(() -> real.getItem(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return fated(() -> real.putItem(request));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return fated(() -> real.batchGetItem(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return fated(() -> real.transactWriteItems(request));
  }

  @Override
  public String serviceName() {
    return real.serviceName();
  }

  @Override
  public void close() {}

  private <T> T fated(Supplier<T> call) {
    int fate = random.nextInt(100);
    if (fate < failing) {
      throw failure(fate % 3);
    }
    var response = call.get();
    if (fate < failing + lost) {
      throw SdkClientException.create("the connection died before the answer");
    }
    return response;
  }

  private static SdkException failure(int kind) {
    return switch (kind) {
      case 0 -> service(400, "ProvisionedThroughputExceededException");
      case 1 -> service(500, "InternalServerError");
      default -> ApiCallTimeoutException.create(2000);
    };
  }

  private static SdkException service(int status, String code) {
    return DynamoDbException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
