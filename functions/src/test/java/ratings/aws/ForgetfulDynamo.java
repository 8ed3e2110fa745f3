package ratings.aws;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** A DynamoDB that carries out every write, and whose first answer to each is lost (P2). */
record ForgetfulDynamo(DynamoDbClient real, Set<Object> seen) implements PassingDynamo {

  ForgetfulDynamo(DynamoDbClient real) {
    this(real, new HashSet<>());
  }

  @Override
  public <T> T pass(Object request, Supplier<T> call) {
    var answer = call.get();
    if (!(request instanceof GetItemRequest) && seen.add(request)) {
      throw SdkClientException.create("the connection died before the answer");
    }
    return answer;
  }
}
