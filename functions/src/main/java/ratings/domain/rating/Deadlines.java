package ratings.domain.rating;

import java.util.function.BooleanSupplier;
import ratings.domain.Unavailable;

/**
 * Conversations that the schedule has to look at again: mostly because their windows end. Whether a
 * rating is taken is decided when it comes; this only makes visible that none is taken any more,
 * and may run twice, at once, late or never (P4).
 */
public interface Deadlines {

  /**
   * Closes what is over now, and nothing else of it changes. What is low, and was not announced in
   * time, is brought up again, so that it will be (P9). It goes through what is due, page by page,
   * and through nothing else. What fails is left for the next time, after all others.
   *
   * @param mayGoOn asked before each page
   * @throws Unavailable if the store would not have some of it
   */
  Swept sweep(BooleanSupplier mayGoOn);

  /**
   * What was done.
   *
   * @param closed conversations in which nothing is taken any more
   * @param moved conversations that are due again at their next end
   * @param left conversations that had no end to wait for, or were somebody else's to change
   * @param reminded low ratings that were not announced in time
   */
  record Swept(int closed, int moved, int left, int reminded) {
    public static final Swept NOTHING = new Swept(0, 0, 0, 0);

    public Swept plus(Swept other) {
      return new Swept(
          closed + other.closed, moved + other.moved, left + other.left, reminded + other.reminded);
    }
  }
}
