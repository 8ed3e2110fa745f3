package ratings.aws;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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

  /** Of each thing before, the newest first; the day of each is behind its name. */
  private static final List<String> BEFORE = List.of("before", "earlier");

  private static final String DAY = "Written";

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
        BEFORE.stream()
            .flatMap(
                name ->
                    day(item, name + DAY)
                        .map(day -> new Earlier(contribution(item, name), day))
                        .stream())
            .toList());
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
    for (int i = 0; i < marker.before().size(); i++) {
      var earlier = marker.before().get(i);
      item.put(BEFORE.get(i) + DAY, Attributes.text(earlier.written().toString()));
      text(item, BEFORE.get(i), earlier.contribution());
    }
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
