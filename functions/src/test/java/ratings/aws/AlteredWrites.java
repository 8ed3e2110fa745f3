package ratings.aws;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Broken twins of the tally: what it writes in its transactions is altered on the way. */
record AlteredWrites(DynamoDbClient real, UnaryOperator<List<TransactWriteItem>> altered)
    implements PassingDynamo {

  /** Markers are written whatever stands there. */
  static AlteredWrites withoutCondition(DynamoDbClient real) {
    return new AlteredWrites(real, all -> all.stream().map(AlteredWrites::always).toList());
  }

  /** Counters are plainly added to. */
  static AlteredWrites withoutMarker(DynamoDbClient real) {
    return new AlteredWrites(real, all -> all.stream().filter(it -> it.put() == null).toList());
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var items = altered.apply(request.transactItems());
    return items.isEmpty()
        ? TransactWriteItemsResponse.builder().build()
        : real.transactWriteItems(request.toBuilder().transactItems(items).build());
  }

  private static TransactWriteItem always(TransactWriteItem write) {
    if (write.put() == null) {
      return write;
    }
    var put =
        write.put().toBuilder()
            .conditionExpression(null)
            .expressionAttributeNames(null)
            .expressionAttributeValues(null)
            .build();
    return write.toBuilder().put(put).build();
  }
}
