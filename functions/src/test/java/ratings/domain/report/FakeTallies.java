package ratings.domain.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cells in memory. */
public final class FakeTallies implements Tallies {
  private final Map<String, List<Cell>> cells = new HashMap<>();

  public FakeTallies add(String workspace, Cell cell) {
    cells.computeIfAbsent(workspace, _ -> new ArrayList<>()).add(cell);
    return this;
  }

  @Override
  public List<Cell> cells(String workspace, LocalDate from, LocalDate to) {
    return cells.getOrDefault(workspace, List.of()).stream()
        .filter(cell -> !cell.day().isBefore(from) && !cell.day().isAfter(to))
        .toList();
  }
}
