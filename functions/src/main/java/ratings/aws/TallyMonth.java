package ratings.aws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ratings.domain.Unavailable;
import ratings.domain.report.Cell;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * All that is counted of a workspace's month: cells, and folds that may have taken some of them
 * over already. Cells are read before folds, by their keys and consistently, and a cell is deleted
 * after it was folded: so whatever happens meanwhile, none is missed, and one that is in its fold
 * is known by its last day and left out.
 */
record TallyMonth(
    MonthKey key, Map<Combination, List<StoredCell>> cells, Map<Combination, Fold> folds) {

  /**
   * Reads a month.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  static TallyMonth read(DynamoDbClient dynamo, String table, Retries retries, MonthKey key) {
    var cells = new HashMap<Combination, List<StoredCell>>();
    var folds = new HashMap<Combination, Fold>();
    var month = Attributes.text(key.partition());
    for (var item : new Partition(dynamo, table, retries).items(month)) {
      if (CellItem.isCell(item)) {
        var cell = CellItem.cell(item);
        cells.computeIfAbsent(cell.combination(), _ -> new ArrayList<>()).add(cell);
      } else {
        var fold = FoldItem.fold(item);
        folds.put(fold.combination(), fold);
      }
    }
    return new TallyMonth(key, cells, folds);
  }

  Fold fold(Combination combination) {
    return folds.getOrDefault(combination, Fold.none(combination));
  }

  /** Whatever anything is counted of. */
  Set<Combination> combinations() {
    var all = new HashSet<>(folds.keySet());
    all.addAll(cells.keySet());
    return all;
  }

  /** The cells of a combination that were written until a day, be they folded or not. */
  List<StoredCell> cells(Combination combination, LocalDate until) {
    return cells.getOrDefault(combination, List.of()).stream()
        .filter(cell -> !cell.written().isAfter(until))
        .toList();
  }

  /** What a combination's teammate was called last. */
  Optional<String> name(Combination combination) {
    return cells(combination, LocalDate.MAX).stream()
        .flatMap(cell -> cell.name().stream())
        .reduce((_, last) -> last);
  }

  /** The sums of a combination, by the day of the month, as they were when a day was over. */
  Map<Integer, Counts> sums(Combination combination, LocalDate until) {
    var fold = fold(combination);
    var sums = new TreeMap<>(fold.days());
    cells(combination, until).stream()
        .filter(cell -> !fold.has(cell))
        .forEach(cell -> sums.merge(cell.day().getDayOfMonth(), cell.counts(), Counts::plus));
    sums.values().removeIf(Counts::isNone);
    return sums;
  }

  /** The combinations whose sums were other than those when a day was over. */
  List<Combination> differences(Map<Combination, Map<Integer, Counts>> others, LocalDate until) {
    var all = combinations();
    all.addAll(others.keySet());
    return all.stream()
        .filter(it -> !sums(it, until).equals(others.getOrDefault(it, Map.of())))
        .toList();
  }

  /** The sums of every day and combination. */
  List<Cell> all() {
    var all = new ArrayList<Cell>();
    for (var combination : combinations()) {
      var name = name(combination).or(fold(combination)::name);
      sums(combination, LocalDate.MAX)
          .forEach(
              (day, counts) ->
                  all.add(new Cell(key.month().atDay(day), combination, counts, name)));
    }
    return all;
  }
}
