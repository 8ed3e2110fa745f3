package ratings.benchmark.cost;

import java.util.Map;
import ratings.local.template.TableResource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Write units that counting a conversation consumes, each write being part of a transaction.
 *
 * @param marker of its own marker
 * @param cells of the cells, which it shares with others that are counted together with it
 */
public record TallyUnits(int marker, int cells) {
  /** A transaction writes twice. */
  private static final int TWICE = 2;

  private static final String MARKER = "TALLIED";

  static boolean isOfTheTally(Map<String, AttributeValue> item) {
    return item.get("sk").s().equals(MARKER) || item.get("pk").s().contains("#T#");
  }

  /** The units of what differs. */
  static TallyUnits of(
      TableResource table,
      Map<String, Map<String, AttributeValue>> before,
      Map<String, Map<String, AttributeValue>> after) {
    int marker = 0;
    int cells = 0;
    for (var item : after.entrySet()) {
      var old = before.getOrDefault(item.getKey(), Map.of());
      if (!old.equals(item.getValue())) {
        int units = TWICE * WriteUnits.of(table, old, item.getValue()).all();
        if (item.getKey().endsWith(MARKER)) {
          marker += units;
        } else {
          cells += units;
        }
      }
    }
    return new TallyUnits(marker, cells);
  }
}
