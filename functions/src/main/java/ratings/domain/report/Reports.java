package ratings.domain.report;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import ratings.domain.Unavailable;
import ratings.domain.report.Report.Part;

/** Makes reports of what has been summed, without looking at a single rating. */
public final class Reports {
  private static final Comparator<Optional<String>> BY_KEY_NONE_LAST =
      Comparator.comparing((Optional<String> key) -> key.isEmpty())
          .thenComparing(key -> key.orElse(""));

  private final Tallies tallies;

  public Reports(Tallies tallies) {
    this.tallies = tallies;
  }

  /**
   * Answers a query.
   *
   * @throws Unavailable if the store does not answer
   */
  public Report make(ReportQuery query) {
    var period = query.period();
    var wanted =
        tallies.cells(query.workspace(), period.previous().from(), period.to()).stream()
            .filter(cell -> query.filter().takes(cell.combination()))
            .toList();
    var current = wanted.stream().filter(cell -> period.holds(cell.day())).toList();
    var previous = wanted.stream().filter(cell -> !period.holds(cell.day())).toList();
    return new Report(
        Group.of(current),
        Group.of(previous),
        query.by().map(cut -> parts(cut, period, current)).orElse(List.of()));
  }

  private static List<Part> parts(Cut cut, Period period, List<Cell> cells) {
    var byKey = new TreeMap<Optional<String>, List<Cell>>(BY_KEY_NONE_LAST);
    if (cut == Cut.DAY) {
      period.eachDay().forEach(day -> byKey.put(Optional.of(day.toString()), List.of()));
    }
    byKey.putAll(cells.stream().collect(groupingBy(cut::key)));
    var parts = new ArrayList<Part>();
    byKey.forEach((key, some) -> parts.add(new Part(key, name(cut, some), Group.of(some))));
    return parts;
  }

  private static Optional<String> name(Cut cut, List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cut == Cut.TEAMMATE && cell.teammateName().isPresent())
        .max(Comparator.comparing(Cell::day))
        .flatMap(Cell::teammateName);
  }
}
