package ratings.local.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import ratings.local.dynamodb.DynamoDbLocal;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class TablesTest {
  private static final Map<String, ScalarAttributeType> KEYS =
      Map.of(
          "pk", ScalarAttributeType.S,
          "sk", ScalarAttributeType.S,
          "dueKey", ScalarAttributeType.S,
          "dueAt", ScalarAttributeType.N);

  @Test
  void aTableIsCreatedWithItsIndexesStreamAndExpiry() {
    try (var dynamoDb = DynamoDbLocal.start();
        var tables = new Tables(dynamoDb.endpoint(), Account.local())) {
      var created =
          tables.create(
              new Table(
                  "Ratings",
                  KEYS,
                  Key.of("pk", "sk"),
                  List.of(
                      new Index(
                          "due", Key.of("dueKey", "dueAt"), ProjectionType.KEYS_ONLY, List.of()),
                      new Index("all", Key.of("dueKey"), ProjectionType.ALL, List.of()),
                      new Index("some", Key.of("sk"), ProjectionType.INCLUDE, List.of("score"))),
                  Optional.of(StreamViewType.NEW_AND_OLD_IMAGES),
                  Optional.of("expiresAt")));

      var described =
          tables.client().describeTable(describe -> describe.tableName("Ratings")).table();
      assertThat(described.tableStatus()).isEqualTo(TableStatus.ACTIVE);
      assertThat(described.globalSecondaryIndexes())
          .extracting(GlobalSecondaryIndexDescription::indexName)
          .containsExactlyInAnyOrder("due", "all", "some");
      assertThat(created.streamArn()).hasValue(described.latestStreamArn());
      assertThat(described.streamSpecification().streamViewType())
          .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
      assertThat(
              tables
                  .client()
                  .describeTimeToLive(describe -> describe.tableName("Ratings"))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expiresAt");
    }
  }

  @Test
  void aKeyWithoutATypeIsRefusedByName() {
    assertThatThrownBy(
            () ->
                new Table(
                    "Ratings",
                    KEYS,
                    Key.of("pk", "when"),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessage("Ratings: no type given for key when");
  }
}
