package ratings.aws;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Whose cells and of which month a partition has.
 *
 * @param workspaceKey the workspace's own key
 */
record MonthKey(String workspaceKey, YearMonth month) {
  private static final String MARK = "#T#";

  /** What a partition key says, if it is of a month of cells. */
  static Optional<MonthKey> of(String partition) {
    int mark = partition.indexOf(MARK);
    return mark < 0
        ? Optional.empty()
        : Optional.of(
            new MonthKey(
                partition.substring(0, mark),
                YearMonth.parse(partition.substring(mark + MARK.length()))));
  }

  String partition() {
    return workspaceKey + MARK + month;
  }
}
