package ratings.local.storage;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratings.local.account.Account;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** The tables of a DynamoDB Local. */
public final class Tables implements AutoCloseable {
  private final DynamoDbClient dynamoDb;

  public Tables(URI endpoint, Account account) {
    this.dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(account.sdkRegion())
            .credentialsProvider(account.credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** Creates a table with everything it has and returns once it is active. */
  public CreatedTable create(Table table) {
    dynamoDb.createTable(request(table));
    var active =
        dynamoDb
            .waiter()
            .waitUntilTableExists(describe -> describe.tableName(table.name()))
            .matched()
            .response()
            .orElseThrow()
            .table();
    table.timeToLive().ifPresent(attribute -> expire(table.name(), attribute));
    return new CreatedTable(
        table.name(), active.tableArn(), Optional.ofNullable(active.latestStreamArn()));
  }

  /** For whoever loads or shows items. */
  public DynamoDbClient client() {
    return dynamoDb;
  }

  @Override
  public void close() {
    dynamoDb.close();
  }

  private void expire(String table, String attribute) {
    dynamoDb.updateTimeToLive(
        update ->
            update
                .tableName(table)
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
  }

  private static CreateTableRequest request(Table table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(definitions(table))
            .keySchema(schema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    table.stream()
        .ifPresent(
            view ->
                request.streamSpecification(
                    StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build()));
    return request.build();
  }

  private static List<AttributeDefinition> definitions(Table table) {
    return table.attributes().entrySet().stream()
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.getKey())
                    .attributeType(attribute.getValue())
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Index index) {
    var projection = Projection.builder().projectionType(index.projection());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> schema(Key key) {
    var schema = new ArrayList<KeySchemaElement>();
    schema.add(element(key.partition(), KeyType.HASH));
    key.sort().ifPresent(sort -> schema.add(element(sort, KeyType.RANGE)));
    return List.copyOf(schema);
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
