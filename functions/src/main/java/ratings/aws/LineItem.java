package ratings.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ratings.domain.settings.Settings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The item of a line: what it has of its own. */
final class LineItem {
  /** The line's id as it was given, for in the key it is encoded. */
  private static final String ID = "id";

  private LineItem() {}

  static Map<String, AttributeValue> key(String workspace, String line) {
    return Map.of(
        RatingItem.PK, partition(workspace), RatingItem.SK, Attributes.text(Keys.id(line)));
  }

  /** Where all lines of a workspace are. */
  static AttributeValue partition(String workspace) {
    return Attributes.text(Keys.lines(workspace));
  }

  /** All that it takes to write a line over what was read; a widget claims its id too. */
  static List<TransactWriteItem> writes(
      String table,
      String workspace,
      String line,
      Settings settings,
      Map<String, AttributeValue> read) {
    var put = SettingsItem.put(table, item(workspace, line, settings), read);
    var writes = Stream.of(put);
    if (settings.ofWidget()) {
      writes = Stream.of(put, WidgetClaimItem.claim(table, line, workspace));
    }
    return writes.map(each -> TransactWriteItem.builder().put(each).build()).toList();
  }

  static String id(Map<String, AttributeValue> item) {
    return item.get(ID).s();
  }

  private static Map<String, AttributeValue> item(
      String workspace, String line, Settings settings) {
    var item = new HashMap<>(key(workspace, line));
    item.put(ID, Attributes.text(line));
    item.putAll(SettingsItem.attributes(settings));
    return item;
  }
}
