package ratings.aws;

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
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A DynamoDB that passes its calls on to another, but for what becomes of them in between. */
interface PassingDynamo extends DynamoDbClient {

  DynamoDbClient real();

  /** Every call goes this way. */
  default <T> T pass(Object request, Supplier<T> call) {
    return call.get();
  }

  @Override
  default GetItemResponse getItem(GetItemRequest request) {
    return pass(request, () -> real().getItem(request));
  }

  @Override
  default BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return pass(request, () -> real().batchGetItem(request));
  }

  @Override
  default QueryResponse query(QueryRequest request) {
    return pass(request, () -> real().query(request));
  }

  @Override
  default ScanResponse scan(ScanRequest request) {
    return pass(request, () -> real().scan(request));
  }

  @Override
  default PutItemResponse putItem(PutItemRequest request) {
    return pass(request, () -> real().putItem(request));
  }

  @Override
  default UpdateItemResponse updateItem(UpdateItemRequest request) {
    return pass(request, () -> real().updateItem(request));
  }

  @Override
  default DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return pass(request, () -> real().deleteItem(request));
  }

  @Override
  default TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return pass(request, () -> real().transactWriteItems(request));
  }

  @Override
  default String serviceName() {
    return real().serviceName();
  }

  /** The client behind it is shared. */
  @Override
  default void close() {}
}
