package ratings.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * Which workspace a widget's id belongs to: written with the first line of that id, kept for good.
 */
final class WidgetClaimItem {
  private static final String SORT = "CLAIM";
  private static final String WORKSPACE = "workspace";

  private WidgetClaimItem() {}

  static Map<String, AttributeValue> key(String widget) {
    return Map.of(
        RatingItem.PK, Attributes.text(Keys.widget(widget)),
        RatingItem.SK, Attributes.text(SORT));
  }

  static Optional<String> workspace(Map<String, AttributeValue> item) {
    return Attributes.string(item, WORKSPACE);
  }

  /** Claims the id, unless another workspace has. */
  static Put claim(String table, String widget, String workspace) {
    var item = new HashMap<>(key(widget));
    item.put(WORKSPACE, Attributes.text(workspace));
    return Put.builder()
        .tableName(table)
        .item(item)
        .conditionExpression("attribute_not_exists(#workspace) OR #workspace = :ours")
        .expressionAttributeNames(Map.of("#workspace", WORKSPACE))
        .expressionAttributeValues(Map.of(":ours", Attributes.text(workspace)))
        .build();
  }
}
