package ratings.aws;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ratings.aws.UnfoldedMonths.Unfolded;
import ratings.domain.report.Counts;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Steps that are taken in one transaction: a marker each, and every cell once. */
record Summing(List<Step> steps) {
  /** Items of a transaction. */
  private static final int MOST = 100;

  Summing {
    steps = List.copyOf(steps);
  }

  /** As few as they fit into; those that share cells go together. */
  static List<Summing> all(List<Step> steps) {
    var all = new ArrayList<Summing>();
    var some = new ArrayList<Step>();
    Set<CellKey> cells = new HashSet<>();
    for (var step : steps.stream().sorted(Comparator.comparing(Summing::place)).toList()) {
      var more = new HashSet<>(cells);
      more.addAll(step.deltas().keySet());
      if (some.size() + 1 + more.size() > MOST) {
        all.add(new Summing(some));
        some.clear();
        more.clear();
        more.addAll(step.deltas().keySet());
      }
      some.add(step);
      cells = more;
    }
    if (!some.isEmpty()) {
      all.add(new Summing(some));
    }
    return all;
  }

  List<Summing> halves() {
    int half = steps.size() / 2;
    return List.of(
        new Summing(steps.subList(0, half)), new Summing(steps.subList(half, steps.size())));
  }

  /** The months whose cells it changes. */
  Set<Unfolded> months() {
    return steps.stream()
        .flatMap(step -> step.deltas().keySet().stream())
        .map(cell -> new Unfolded(cell.written(), cell.month()))
        .collect(toSet());
  }

  /** All that it takes. */
  List<TransactWriteItem> writes(String table) {
    var sums = new LinkedHashMap<CellKey, Counts>();
    var names = new HashMap<CellKey, String>();
    var writes = new ArrayList<TransactWriteItem>();
    for (var step : steps) {
      writes.add(MarkerItem.put(table, step.key(), step.marker()));
      step.deltas().forEach((cell, delta) -> sums.merge(cell, delta, Counts::plus));
      step.deltas()
          .keySet()
          .forEach(cell -> step.conversation().name(cell).ifPresent(n -> names.put(cell, n)));
    }
    sums.values().removeIf(Counts::isNone);
    sums.forEach(
        (cell, sum) ->
            writes.add(CellItem.add(table, cell, sum, Optional.ofNullable(names.get(cell)))));
    return writes;
  }

  private static String place(Step step) {
    return step.deltas().keySet().stream().map(CellKey::toString).sorted().findFirst().orElse("");
  }
}
