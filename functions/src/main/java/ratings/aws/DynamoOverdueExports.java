package ratings.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ratings.domain.export.Export;
import ratings.domain.export.OverdueExports;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Overdue exports in DynamoDB, by the sparse index; each is taken by the write that moves it. */
public final class DynamoOverdueExports implements OverdueExports {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;

  public DynamoOverdueExports(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  @Override
  public List<Export> take(Instant now, UnaryOperator<Instant> again, int most) {
    var query = query(now, most);
    return retries.call(() -> dynamo.query(query)).items().stream()
        .flatMap(
            seen ->
                retries.call(() -> take(seen, again.apply(ExportItem.createdAt(seen)))).stream())
        .toList();
  }

  /** Nothing where it has gone on meanwhile, or somebody else has taken it. */
  private Optional<Export> take(Map<String, AttributeValue> seen, Instant again) {
    var move =
        DueWrite.move(seen, again).tableName(table).returnValues(ReturnValue.ALL_NEW).build();
    try {
      return Optional.of(ExportItem.of(dynamo.updateItem(move).attributes()));
    } catch (ConditionalCheckFailedException notAsSeen) {
      return Optional.empty();
    }
  }

  private QueryRequest query(Instant now, int most) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName("due")
        .keyConditionExpression("#pk = :exports AND #sk < :next")
        .expressionAttributeNames(Map.of("#pk", RatingItem.DUE_PK, "#sk", RatingItem.DUE_SK))
        .expressionAttributeValues(
            Map.of(
                ":exports",
                Attributes.text(Keys.dueExports()),
                ":next",
                Attributes.text(RatingItem.dueSort(now.plusMillis(1)))))
        .limit(most)
        .build();
  }
}
