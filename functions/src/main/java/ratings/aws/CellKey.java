package ratings.aws;

import java.time.LocalDate;
import java.time.YearMonth;
import ratings.domain.report.Combination;

/**
 * Where counts go.
 *
 * @param workspaceKey the workspace's own key
 * @param day that the conversations belong to, in the workspace's zone
 * @param written the day on which they go there, in UTC
 */
record CellKey(String workspaceKey, LocalDate day, Combination combination, LocalDate written) {

  MonthKey month() {
    return new MonthKey(workspaceKey, YearMonth.from(day));
  }
}
