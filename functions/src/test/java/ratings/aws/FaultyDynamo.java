package ratings.aws;

import java.util.Random;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A DynamoDB on a bad day: some calls fail, and of some that succeed the answer is lost.
 *
 * @param failing share of calls that fail, in percent
 * @param lost share of calls that succeed without an answer, in percent
 */
public record FaultyDynamo(DynamoDbClient real, Random random, int failing, int lost)
    implements PassingDynamo {

  @Override
  public <T> T pass(Object request, Supplier<T> call) {
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
