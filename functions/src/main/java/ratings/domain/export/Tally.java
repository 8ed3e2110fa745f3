package ratings.domain.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;

/** Counts what is in the file, over all runs at it, and judges how much is still to come. */
final class Tally {
  private static final int ALMOST = 99;

  private final Instant end;
  private final int percentBefore;
  private long rows;
  private long sent;
  private Optional<Instant> first = Optional.empty();
  private Instant last = Instant.MIN;

  /**
   * Goes on counting.
   *
   * @param end of the time that the rows span
   * @param sent bytes of all parts that are not to be counted again
   */
  Tally(Instant end, Progress before, long sent) {
    this.end = end;
    this.rows = before.rows();
    this.sent = sent;
    this.percentBefore = before.percent();
  }

  void add(Page page) {
    rows += page.rows().size();
    for (ListedRating row : page.rows()) {
      first = first.or(() -> Optional.of(row.recordedAt()));
      last = row.recordedAt();
    }
  }

  void sent(PartBuffer part) {
    sent += part.size();
  }

  Progress with(PartBuffer part) {
    return new Progress(rows, sent + part.size(), percent());
  }

  /** How much is done of the time from this run's first row on. */
  private int percent() {
    if (first.isEmpty()) {
      return percentBefore;
    }
    double whole = Duration.between(first.get(), end).toMillis();
    double done = Duration.between(first.get(), last).toMillis();
    double share = whole <= 0 ? 1 : Math.clamp(done / whole, 0, 1);
    return percentBefore + (int) ((ALMOST - percentBefore) * share);
  }
}
