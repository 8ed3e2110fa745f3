package ratings.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratings.local.dynamodb.DynamoDbLocal;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A table of ratings, empty, in the one DynamoDB Local that all tests of a JVM share. Its keys are
 * those of template.yaml; the local stack's tests use the template itself.
 *
 * @param name of the table, new each time
 */
public record LocalTable(DynamoDbClient dynamo, String name) implements AutoCloseable {
  private static final DynamoDbLocal SERVER = DynamoDbLocal.startForMuchWork();
  private static final DynamoDbClient CLIENT =
      DynamoDbClient.builder()
          .endpointOverride(SERVER.endpoint())
          .region(Region.EU_WEST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(AwsCrtHttpClient.builder().maxConcurrency(64))
          .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
          .build();

  /** Makes the table of ratings, with its indexes. */
  public static LocalTable ofRatings() {
    return create(
        "ratings",
        index(RatingIndex.BY_TIME, ProjectionType.ALL),
        index(RatingIndex.BY_USER, ProjectionType.KEYS_ONLY),
        index(RatingIndex.BY_TEAMMATE, ProjectionType.KEYS_ONLY),
        index("due", "duePk", "dueSk", ProjectionType.KEYS_ONLY));
  }

  /** Makes the table of keys and secrets, which has no index. */
  public static LocalTable ofTheVault() {
    return create("vault");
  }

  /** Everything in it. */
  public List<Map<String, AttributeValue>> items() {
    return dynamo.scanPaginator(scan -> scan.tableName(name)).items().stream().toList();
  }

  /** Ids of the conversations that have a rating. */
  public Set<String> rated() {
    return items().stream()
        .filter(item -> item.containsKey(RatingItem.SCORE))
        .map(item -> item.get(RatingItem.ID).s())
        .collect(Collectors.toSet());
  }

  /** Drops it: DynamoDB Local looks through the indexes of every table there is, all the time. */
  @Override
  public void close() {
    dynamo.deleteTable(table -> table.tableName(name));
  }

  private static LocalTable create(String purpose, GlobalSecondaryIndex... indexes) {
    var name = purpose + "-" + UUID.randomUUID();
    var attributes =
        Stream.concat(
                Stream.of(RatingItem.PK, RatingItem.SK),
                Stream.of(indexes)
                    .flatMap(index -> index.keySchema().stream())
                    .map(KeySchemaElement::attributeName))
            .distinct()
            .map(LocalTable::attribute)
            .toList();
    CLIENT.createTable(
        table -> {
          table
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(attributes)
              .keySchema(keys(RatingItem.PK, RatingItem.SK));
          if (indexes.length > 0) {
            table.globalSecondaryIndexes(indexes);
          }
        });
    return new LocalTable(CLIENT, name);
  }

  private static GlobalSecondaryIndex index(RatingIndex index, ProjectionType projection) {
    return index(index.indexName(), index.partitionName(), index.sortName(), projection);
  }

  private static GlobalSecondaryIndex index(
      String name, String hash, String range, ProjectionType projection) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(hash, range))
        .projection(p -> p.projectionType(projection))
        .build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(key(hash, KeyType.HASH), key(range, KeyType.RANGE));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
