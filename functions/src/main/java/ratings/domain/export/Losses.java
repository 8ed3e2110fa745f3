package ratings.domain.export;

import java.util.Optional;
import ratings.domain.rating.list.Position;

/**
 * Runs that ended without a word, one after the other, and none of them further than any before: a
 * long export may lose many, but one that always dies at the same row is tried only so often.
 *
 * @param furthest that a checkpoint ever was, also in a file that was begun anew since
 */
public record Losses(int count, Optional<Position> furthest) {
  static final Losses NONE = new Losses(0, Optional.empty());

  private static final int MOST = 5;

  Losses oneMore() {
    return new Losses(count + 1, furthest);
  }

  boolean areTooMany() {
    return count >= MOST;
  }

  /** None, once a checkpoint is further than ever. */
  Losses at(Optional<Checkpoint> checkpoint) {
    return checkpoint
        .map(Checkpoint::from)
        .filter(this::isFurther)
        .map(from -> new Losses(0, Optional.of(from)))
        .orElse(this);
  }

  private boolean isFurther(Position from) {
    return furthest.isEmpty() || from.text().compareTo(furthest.get().text()) > 0;
  }
}
