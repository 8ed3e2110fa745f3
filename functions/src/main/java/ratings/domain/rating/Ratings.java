package ratings.domain.rating;

import ratings.domain.Unavailable;

/** Where conversations and their one rating are kept. */
public interface Ratings {

  /**
   * Records an answer, or says why not, as {@link Standing#judge} has it. Of any number of attempts
   * at once exactly one creates the rating (P1). The clock is read for every try, so that no rating
   * is stored at or after its window's end (P4).
   *
   * @throws Unavailable if the store would not have it: nothing is known to be stored
   */
  Recorded record(Attempt attempt);
}
