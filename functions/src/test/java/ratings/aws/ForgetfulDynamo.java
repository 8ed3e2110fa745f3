package ratings.aws;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A DynamoDB that carries out every write, and whose first answer to each is lost (P2). */
record ForgetfulDynamo(DynamoDbClient real, Set<Object> seen) implements DynamoDbClient {

  ForgetfulDynamo(DynamoDbClient real) {
    this(real, new HashSet<>());
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return losing(request, () -> real.updateItem(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return losing(request, () -> real.putItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return losing(request, () -> real.deleteItem(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return losing(request, () -> real.transactWriteItems(request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return real.getItem(request);
  }

  @Override
  public String serviceName() {
    return real.serviceName();
  }

  @Override
  public void close() {}

  private <T> T losing(Object request, Supplier<T> call) {
    var answer = call.get();
    if (seen.add(request)) {
      throw SdkClientException.create("the connection died before the answer");
    }
    return answer;
  }
}
