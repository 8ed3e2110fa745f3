package ratings.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The broken twin of every promise about races: its writes take place whatever the condition. */
record UnconditionalDynamo(DynamoDbClient real) implements PassingDynamo {

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var always = request.conditionExpression() + " OR attribute_not_exists(neverThere)";
    return real.updateItem(request.toBuilder().conditionExpression(always).build());
  }
}
