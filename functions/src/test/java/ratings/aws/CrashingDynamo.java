package ratings.aws;

import java.util.Random;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A DynamoDB whose caller dies at some calls, before or after they take place.
 *
 * @param dying share of calls at which it does, in percent
 */
record CrashingDynamo(DynamoDbClient real, Random random, int dying) implements PassingDynamo {

  /** That the process is gone. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public <T> T pass(Object request, Supplier<T> call) {
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
