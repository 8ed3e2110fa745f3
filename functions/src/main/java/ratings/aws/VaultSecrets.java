package ratings.aws;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Items in the vault that hold two live secrets, the newest and the one before, each beside an item
 * in the table of ratings. A write whose condition fails hands the item back, secrets included,
 * which are compared here and go no further.
 */
record VaultSecrets(DynamoDbClient dynamo, String vault, Retries retries) {
  static final ReturnValuesOnConditionCheckFailure AS_IT_WAS =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;
  private static final String NEWEST = "newest";
  private static final String BEFORE = "before";

  /** What is in an item that is new. */
  static Map<String, AttributeValue> first(byte[] secret) {
    return Map.of(NEWEST, value(secret));
  }

  /** An item's secrets, newest first; none where it does not exist. */
  static List<byte[]> of(Map<String, AttributeValue> item) {
    return Stream.of(NEWEST, BEFORE)
        .flatMap(name -> Optional.ofNullable(item.get(name)).stream())
        .map(secret -> secret.b().asByteArray())
        .toList();
  }

  static boolean isOneOf(Map<String, AttributeValue> item, byte[] secret) {
    return of(item).stream().anyMatch(other -> MessageDigest.isEqual(other, secret));
  }

  /**
   * Changes two items, both or neither.
   *
   * @param token by which DynamoDB knows a try that was carried out and whose answer was lost
   * @return the first as it was, empty where there was none, if its condition did not hold
   */
  Optional<Map<String, AttributeValue>> both(
      String token, TransactWriteItem first, TransactWriteItem second) {
    var writes =
        TransactWriteItemsRequest.builder()
            .clientRequestToken(token)
            .transactItems(first, second)
            .build();
    try {
      retries.call(() -> dynamo.transactWriteItems(writes));
      return Optional.empty();
    } catch (TransactionCanceledException refused) {
      return Optional.of(refused.cancellationReasons().getFirst().item());
    }
  }

  /**
   * Puts a secret beside the newest; the one before that is gone. A try that comes after one that
   * was carried out finds its secret there, and moves nothing.
   *
   * @param condition in the update's words, on which all depends
   * @return whether it is there
   */
  boolean rotate(
      Map<String, AttributeValue> key, Update update, String condition, byte[] newestSecret) {
    var newest = update.name(NEWEST);
    var before = update.name(BEFORE);
    var made = update.value("made", value(newestSecret));
    var rotation =
        update
            .request()
            .tableName(vault)
            .key(key)
            .updateExpression("SET %s = %s, %s = %s".formatted(before, newest, newest, made))
            .conditionExpression(condition + " AND " + newest + " <> " + made)
            .returnValuesOnConditionCheckFailure(AS_IT_WAS)
            .build();
    try {
      retries.call(() -> dynamo.updateItem(rotation));
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return isOneOf(refused.item(), newestSecret);
    }
  }

  private static AttributeValue value(byte[] secret) {
    return AttributeValue.fromB(SdkBytes.fromByteArray(secret));
  }
}
