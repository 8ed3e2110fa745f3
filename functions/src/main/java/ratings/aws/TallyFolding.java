package ratings.aws;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
   */
  void fold(TallyMonth read, LocalDate until) {
    fold(read, until, combination -> read.sums(combination, until));
  }

  /**
   * Replaces all that was written until a day.
   *
   * @param read the month as it was read
   * @param sums to put in its place
   */
  void replace(TallyMonth read, LocalDate until, Map<Combination, Map<Integer, Counts>> sums) {
    fold(read, until, combination -> sums.getOrDefault(combination, Map.of()));
    var missing = new HashSet<>(sums.keySet());
    missing.removeAll(read.combinations());
    for (var combination : missing) {
      put(read.key(), Fold.none(combination).next(until, Optional.empty(), sums.get(combination)));
    }
  }

  private void fold(
      TallyMonth read, LocalDate until, Function<Combination, Map<Integer, Counts>> sums) {
    for (var combination : read.combinations()) {
      var old = read.cells(combination, until);
      var before = read.fold(combination);
      var next = before.next(until, read.name(combination), sums.apply(combination));
      boolean same = next.days().equals(before.days()) && old.stream().allMatch(before::has);
      if (same || put(read.key(), next)) {
        old.forEach(this::delete);
      }
    }
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
