package ratings.aws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.report.Contribution;

/**
 * What of a conversation is in the cells.
 *
 * @param revision that each write of the marker raises; 0 where there is none
 * @param version of the conversation that was counted last
 * @param now what it adds
 * @param written the day, in UTC, on which that went into cells
 * @param before what it added before that day, and before the day of that, each with its day; fewer
 *     where it was not counted then. Two of them, for on a day that is not old enough yet for the
 *     one before to be over for every writer, the one before that is asked for
 */
record Marker(
    long revision,
    long version,
    Optional<Contribution> now,
    LocalDate written,
    List<Earlier> before) {
  private static final int MOST_BEFORE = 2;

  Marker {
    before = List.copyOf(before);
  }

  /** What it added until another day came. */
  record Earlier(Optional<Contribution> contribution, LocalDate written) {}

  /** Of a conversation that was never counted. */
  static final Marker NONE = new Marker(0, -1, Optional.empty(), LocalDate.MIN, List.of());

  /**
   * Whether there is nothing to count of a version that adds that. A conversation that was erased,
   * and whose id is used again, begins with lower versions: it stays counted as it was.
   */
  boolean covers(long seen, Optional<Contribution> contribution) {
    return seen < version || (seen == version && now.equals(contribution));
  }

  /**
   * Whether a conversation needs no marker: it never was counted, adds nothing, and had no earlier
   * version that could have added something and be seen later.
   */
  boolean isSpared(long seen, Optional<Contribution> contribution) {
    return revision == 0 && seen <= 1 && contribution.isEmpty();
  }

  /**
   * What it added when a day was over.
   *
   * @throws IllegalStateException if it was written on more than two days since
   */
  Optional<Contribution> asOf(LocalDate day) {
    if (!written.isAfter(day)) {
      return now;
    }
    var last = before.stream().filter(it -> !it.written().isAfter(day)).findFirst();
    if (last.isEmpty() && before.size() == MOST_BEFORE) {
      throw new IllegalStateException("counted on three days since " + day);
    }
    return last.flatMap(Earlier::contribution);
  }

  /** The marker once a version is counted that adds that. */
  Marker counted(long seen, Optional<Contribution> contribution, LocalDate today) {
    boolean sameDay = !written.isBefore(today);
    return new Marker(
        revision + 1,
        seen,
        contribution,
        sameDay ? written : today,
        sameDay || revision == 0 ? before : withNow());
  }

  private List<Earlier> withNow() {
    return Stream.concat(Stream.of(new Earlier(now, written)), before.stream())
        .limit(MOST_BEFORE)
        .toList();
  }
}
