package ratings.aws;

import java.time.LocalDate;
import java.util.Optional;
import ratings.domain.report.Contribution;

/**
 * What of a conversation is in the cells.
 *
 * @param revision that each write of the marker raises; 0 where there is none
 * @param version of the conversation that was counted last
 * @param now what it adds
 * @param written the day, in UTC, on which that went into cells
 * @param before what it added before that day, with the day of that; empty where it was not counted
 */
record Marker(
    long revision,
    long version,
    Optional<Contribution> now,
    LocalDate written,
    Optional<Earlier> before) {

  /** What it added until another day came. */
  record Earlier(Optional<Contribution> contribution, LocalDate written) {}

  /** Of a conversation that was never counted. */
  static final Marker NONE = new Marker(0, -1, Optional.empty(), LocalDate.MIN, Optional.empty());

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
   * @throws IllegalStateException if it was written on more than one day since
   */
  Optional<Contribution> asOf(LocalDate day) {
    if (!written.isAfter(day)) {
      return now;
    }
    if (before.filter(it -> it.written().isAfter(day)).isPresent()) {
      throw new IllegalStateException("counted on two days since " + day);
    }
    return before.flatMap(Earlier::contribution);
  }

  /** The marker once a version is counted that adds that. */
  Marker counted(long seen, Optional<Contribution> contribution, LocalDate today) {
    boolean sameDay = !written.isBefore(today);
    var earlier = revision == 0 ? before : Optional.of(new Earlier(now, written));
    return new Marker(
        revision + 1, seen, contribution, sameDay ? written : today, sameDay ? before : earlier);
  }
}
