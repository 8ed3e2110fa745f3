package ratings.aws;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ratings.aws.Marker.Earlier;
import ratings.domain.report.Contribution;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The marker of a conversation, beside its item: it says what of it is in the cells. It outlives
 * the item, for what was counted stays counted, and it names nobody but the teammate.
 */
final class MarkerItem {
  static final String SORT = "TALLIED";

  private static final String REVISION = "revision";
  private static final String VERSION = "version";
  private static final String NOW = "now";
  private static final String WRITTEN = "written";
  private static final String BEFORE = "before";
  private static final String BEFORE_WRITTEN = "beforeWritten";

  private MarkerItem() {}

  /** The key of the marker of a conversation whose partition key is that. */
  static Map<String, AttributeValue> key(String partition) {
    return Map.of(RatingItem.PK, Attributes.text(partition), RatingItem.SK, Attributes.text(SORT));
  }

  static Marker marker(Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return Marker.NONE;
    }
    return new Marker(
        Long.parseLong(item.get(REVISION).n()),
        Long.parseLong(item.get(VERSION).n()),
        contribution(item, NOW),
        day(item, WRITTEN).orElseThrow(),
        day(item, BEFORE_WRITTEN).map(day -> new Earlier(contribution(item, BEFORE), day)));
  }

  /** Puts a marker over the one that was read, or where there was none. */
  static TransactWriteItem put(String table, String partition, Marker marker) {
    var put =
        Put.builder()
            .tableName(table)
            .item(item(partition, marker))
            .expressionAttributeNames(Map.of("#revision", REVISION));
    if (marker.revision() == 1) {
      put.conditionExpression("attribute_not_exists(#revision)");
    } else {
      put.conditionExpression("#revision = :read")
          .expressionAttributeValues(Map.of(":read", Attributes.number(marker.revision() - 1)));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static Map<String, AttributeValue> item(String partition, Marker marker) {
    var item = new HashMap<>(key(partition));
    item.put(REVISION, Attributes.number(marker.revision()));
    item.put(VERSION, Attributes.number(marker.version()));
    item.put(WRITTEN, Attributes.text(marker.written().toString()));
    text(item, NOW, marker.now());
    marker
        .before()
        .ifPresent(
            earlier -> {
              item.put(BEFORE_WRITTEN, Attributes.text(earlier.written().toString()));
              text(item, BEFORE, earlier.contribution());
            });
    return item;
  }

  private static void text(
      Map<String, AttributeValue> item, String name, Optional<Contribution> contribution) {
    contribution
        .map(ContributionText::write)
        .ifPresent(text -> item.put(name, Attributes.text(text)));
  }

  private static Optional<Contribution> contribution(
      Map<String, AttributeValue> item, String name) {
    return Attributes.string(item, name).map(ContributionText::read);
  }

  private static Optional<LocalDate> day(Map<String, AttributeValue> item, String name) {
    return Attributes.string(item, name).map(LocalDate::parse);
  }
}
