package ratings.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ratings.aws.DynamoRatingPages;
import ratings.aws.Retries;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingFilter;
import ratings.domain.rating.list.Sort;
import ratings.local.dynamodb.DynamoDbLocal;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
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
 * A table in a DynamoDB Local of its own, with the keys and the one index that these tests need.
 */
record SampleTable(DynamoDbLocal server, DynamoDbClient dynamo) implements AutoCloseable {
  private static final String NAME = "ratings";
  static final Retries ONCE = new Retries(1, Duration.ofMillis(1), pause -> {});

  static SampleTable create() {
    var server = DynamoDbLocal.start();
    var dynamo =
        DynamoDbClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(AwsCrtHttpClient.builder())
            .build();
    dynamo.createTable(
        table ->
            table
                .tableName(NAME)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"), text("timePk"), text("timeSk"))
                .keySchema(keys("pk", "sk"))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("byTime")
                        .keySchema(keys("timePk", "timeSk"))
                        .projection(all -> all.projectionType(ProjectionType.ALL))
                        .build()));
    return new SampleTable(server, dynamo);
  }

  String name() {
    return NAME;
  }

  /** A workspace's ratings, newest first. */
  List<ListedRating> ratings(String workspace) {
    var pages = new DynamoRatingPages(dynamo, NAME, ONCE);
    var query =
        new PageQuery(workspace, RatingFilter.NONE, Sort.NEWEST_FIRST, 200, Optional.empty());
    var ratings = new ArrayList<ListedRating>();
    Page page;
    do {
      page = pages.read(query);
      ratings.addAll(page.rows());
      query = query.from(page.next());
    } while (page.next().isPresent());
    return ratings;
  }

  /** Everything in the table. */
  Set<Map<String, AttributeValue>> items() {
    return dynamo.scanPaginator(scan -> scan.tableName(NAME)).items().stream()
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    dynamo.close();
    server.close();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }
}
