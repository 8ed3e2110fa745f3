package ratings.domain.report;

import java.time.LocalDate;
import java.util.List;
import ratings.domain.Unavailable;

/** Where the sums are read. */
public interface Tallies {

  /**
   * The cells of a workspace's days, both included, at most one of each day and combination: by
   * day, and in no order within it. What it takes to read them does not grow with the number of
   * ratings.
   *
   * @throws Unavailable if the store does not answer
   */
  List<Cell> cells(String workspace, LocalDate from, LocalDate to);
}
