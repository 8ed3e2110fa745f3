package ratings.domain.export;

import java.time.Clock;

/**
 * Brings back exports whose run was killed and whose ticket was lost. A run that is only late is
 * not harmed: of two runs of one export only one can go on (P10).
 */
public record Restarts(OverdueExports overdue, ExportQueue queue, Clock clock) {
  private static final int MOST = 25;

  /**
   * Sends tickets for what is overdue, each time after a longer wait: most of what waits long only
   * stands in a full queue, and gets no quicker by more tickets. What cannot be sent is overdue
   * again later.
   */
  public int restart() {
    var now = clock.instant();
    var lost = overdue.take(now, createdAt -> Export.overdueAgain(createdAt, now), MOST);
    lost.stream().map(Export::ticket).forEach(queue::send);
    return lost.size();
  }
}
