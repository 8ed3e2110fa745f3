package ratings.aws;

import java.time.LocalDate;
import java.util.Map;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Folds cells that never change any more into one item of their month and combination. The fold is
 * written first, over itself as it was read, and says until which day cells are in it; the cells
 * are deleted after that. Whoever dies in between leaves cells that nobody counts any more, and
 * that the next folding deletes.
 */
record TallyFolding(DynamoDbClient dynamo, String table, Retries retries) {

  /**
   * Folds what was written until a day.
   *
   * @param read the month as it was read
   * @param until a day, in UTC, that is over for every writer
   * @return whether it is folded: nobody else was quicker
   */
  boolean fold(TallyMonth read, LocalDate until) {
    boolean all = true;
    for (var combination : read.combinations()) {
      all &= fold(read, until, combination, read.sums(combination, until));
    }
    return all;
  }

  /**
   * Replaces what of all that was written until a day comes to something else.
   *
   * @param read the month as it was read
   * @param sums to put in its place
   * @return how many combinations' sums were replaced; not those where somebody else was quicker
   */
  long replace(TallyMonth read, LocalDate until, Map<Combination, Map<Integer, Counts>> sums) {
    return read.differences(sums, until).stream()
        .filter(it -> fold(read, until, it, sums.getOrDefault(it, Map.of())))
        .count();
  }

  private boolean fold(
      TallyMonth read, LocalDate until, Combination combination, Map<Integer, Counts> sums) {
    var before = read.fold(combination);
    if (before.until().isAfter(until)) {
      return false;
    }
    var old = read.cells(combination, until);
    var next = before.next(until, read.name(combination), sums);
    boolean same = next.days().equals(before.days()) && old.stream().allMatch(before::has);
    boolean folded = same || put(read.key(), next);
    if (folded) {
      old.forEach(this::delete);
    }
    return folded;
  }

  /** Whether nobody else was quicker. */
  private boolean put(MonthKey month, Fold fold) {
    try {
      var put = FoldItem.put(month, fold).tableName(table).build();
      retries.call(() -> dynamo.putItem(put));
      return true;
    } catch (ConditionalCheckFailedException quicker) {
      return false;
    }
  }

  private void delete(StoredCell cell) {
    retries.call(() -> dynamo.deleteItem(delete -> delete.tableName(table).key(cell.key())));
  }
}
