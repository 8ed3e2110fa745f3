package ratings.aws;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Timestamp;
import ratings.domain.notification.AlertFilter;
import ratings.domain.notification.AlertLog;
import ratings.domain.notification.AlertPage;
import ratings.domain.notification.AlertQuery;
import ratings.domain.notification.Announcement;
import ratings.domain.notification.Fate;
import ratings.domain.notification.LoggedAlert;
import ratings.domain.notification.Notified;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The log of alerts in DynamoDB, by time. */
public final class DynamoAlertLog implements AlertLog {
  /** Entries that are looked at for one page, at the most. */
  private static final int MOST_SEEN = 1_000;

  private static final int AT_ONCE = 200;

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;
  private final Retries retries;

  public DynamoAlertLog(DynamoDbClient dynamo, String table, InstantSource clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
  }

  @Override
  public List<Notified> enter(Announcement alert) {
    var item = AlertItem.item(alert, clock.instant());
    try {
      retries.call(
          () ->
              dynamo.putItem(
                  put ->
                      put.tableName(table)
                          .item(item)
                          .conditionExpression("attribute_not_exists(#pk)")
                          .expressionAttributeNames(Map.of("#pk", RatingItem.PK))
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      return List.of();
    } catch (ConditionalCheckFailedException there) {
      return AlertItem.notified(there.item());
    }
  }

  @Override
  public void note(Announcement alert, List<Notified> notified) {
    var update = new Update().set(AlertItem.NOTIFIED, AlertItem.notified(notified));
    var there = update.exists(RatingItem.PK);
    var request =
        update
            .request()
            .tableName(table)
            .key(AlertItem.key(alert.workspace(), alert.entry()))
            .conditionExpression(there)
            .build();
    retries.call(() -> dynamo.updateItem(request));
  }

  /** One path in the item for each recipient, so that none writes over another's. */
  @Override
  public void settle(String workspace, String entry, String recipient, Fate end) {
    var update = new Update();
    update.set(AlertItem.SETTLED, recipient, AlertItem.fate(end));
    var there = update.exists(RatingItem.PK);
    var request =
        update
            .request()
            .tableName(table)
            .key(AlertItem.key(workspace, entry))
            .conditionExpression(there)
            .build();
    try {
      retries.call(() -> dynamo.updateItem(request));
    } catch (ConditionalCheckFailedException forgotten) {
      return; // an entry is kept for so long, and what became of it no longer
    }
  }

  @Override
  public Optional<Announcement> find(String workspace, String entry) {
    var key = AlertItem.key(workspace, entry);
    return Optional.of(
            retries.call(() -> dynamo.getItem(get -> get.tableName(table).key(key)).item()))
        .filter(item -> !item.isEmpty())
        .map(AlertItem::alert);
  }

  /** What is filtered out has been read all the same, so a page ends also after so much of it. */
  @Override
  public AlertPage read(AlertQuery query) {
    var found = new ArrayList<LoggedAlert>();
    var from = query.from();
    for (int seen = 0; seen < MOST_SEEN; ) {
      var request = request(query, from);
      var page = retries.call(() -> dynamo.query(request));
      for (var item : page.items()) {
        seen++;
        from = Optional.of(item.get(RatingItem.SK).s());
        var logged = AlertItem.logged(item);
        if (query.filter().takes(logged)) {
          found.add(logged);
        }
        if (found.size() == query.limit()) {
          return new AlertPage(found, from);
        }
      }
      if (!page.hasLastEvaluatedKey()) {
        return new AlertPage(found, Optional.empty());
      }
      from = Optional.of(page.lastEvaluatedKey().get(RatingItem.SK).s());
    }
    return new AlertPage(found, from);
  }

  private QueryRequest request(AlertQuery query, Optional<String> from) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("#pk = :alerts AND #sk BETWEEN :after AND :before")
        .expressionAttributeNames(Map.of("#pk", RatingItem.PK, "#sk", RatingItem.SK))
        .expressionAttributeValues(range(query))
        .exclusiveStartKey(from.map(it -> AlertItem.key(query.workspace(), it)).orElse(null))
        .scanIndexForward(false)
        .limit(AT_ONCE)
        .build();
  }

  /** An entry begins with its time, and so comes behind the bare time. */
  private static Map<String, AttributeValue> range(AlertQuery query) {
    AlertFilter filter = query.filter();
    return Map.of(
        ":alerts",
        AlertItem.partition(query.workspace()),
        ":after",
        Attributes.text(filter.after().map(it -> Timestamp.format(it.plusMillis(1))).orElse("0")),
        ":before",
        Attributes.text(filter.before().map(Timestamp::format).orElse("~")));
  }
}
