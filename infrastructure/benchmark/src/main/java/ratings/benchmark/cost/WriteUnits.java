package ratings.benchmark.cost;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ratings.local.template.TableResource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Write units that a change of an item consumes.
 *
 * @param size of the item after it, in bytes
 * @param table of the table itself
 * @param indexes of every index that it touches, by the index's name
 */
public record WriteUnits(int size, int table, Map<String, Integer> indexes) {
  private static final int UNIT = 1024;

  public WriteUnits {
    indexes = Map.copyOf(indexes);
  }

  /**
   * The units of one write.
   *
   * @param before the item, empty where there was none
   */
  public static WriteUnits of(
      TableResource table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    var indexes = new LinkedHashMap<String, Integer>();
    for (var index : table.indexes()) {
      int units = ofIndex(index, projected(table, index, before), projected(table, index, after));
      if (units > 0) {
        indexes.put(index.name(), units);
      }
    }
    int largest = Math.max(ItemSize.of(before), ItemSize.of(after));
    return new WriteUnits(ItemSize.of(after), units(largest), indexes);
  }

  public int ofIndexes() {
    return indexes.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int all() {
    return table + ofIndexes();
  }

  /** A new key is a deletion and a write; what the index does not show costs nothing. */
  private static int ofIndex(
      TableResource.Index index,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {
    if (before.equals(after)) {
      return 0;
    }
    boolean moves = names(index.key()).anyMatch(name -> !same(name, before, after));
    return moves
        ? units(ItemSize.of(before)) + units(ItemSize.of(after))
        : units(Math.max(ItemSize.of(before), ItemSize.of(after)));
  }

  private static boolean same(
      String name, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    return before.containsKey(name) && before.get(name).equals(after.get(name));
  }

  /** What an index shows of an item: nothing of one that lacks a part of the index's key. */
  private static Map<String, AttributeValue> projected(
      TableResource table, TableResource.Index index, Map<String, AttributeValue> item) {
    if (!names(index.key()).allMatch(item::containsKey)) {
      return Map.of();
    }
    var shown = new HashMap<>(item);
    if (!index.projection().equals("ALL")) {
      shown.keySet().retainAll(shownBy(table, index));
    }
    return shown;
  }

  private static Set<String> shownBy(TableResource table, TableResource.Index index) {
    var shown = new HashSet<>(index.included());
    names(index.key()).forEach(shown::add);
    names(table.key()).forEach(shown::add);
    return shown;
  }

  private static Stream<String> names(TableResource.Key key) {
    return Stream.concat(Stream.of(key.hash()), key.range().stream());
  }

  private static int units(int bytes) {
    return Math.ceilDiv(bytes, UNIT);
  }
}
