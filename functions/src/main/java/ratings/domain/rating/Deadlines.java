package ratings.domain.rating;

import java.util.function.BooleanSupplier;
import ratings.domain.Unavailable;

/**
 * Conversations whose windows end. Whether a rating is taken is decided when it comes; this only
 * makes visible that none is taken any more, and may run twice, at once, late or never (P4).
 */
public interface Deadlines {

  /**
   * Closes what is over now, and nothing else of it changes. It goes through what is due, page by
   * page, and through nothing else. What fails is left for the next time, after all others.
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
   */
  record Swept(int closed, int moved, int left) {
    public static final Swept NOTHING = new Swept(0, 0, 0);

    public Swept plus(Swept other) {
      return new Swept(closed + other.closed, moved + other.moved, left + other.left);
    }
  }
}
