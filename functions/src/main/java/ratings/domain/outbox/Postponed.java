package ratings.domain.outbox;

import ratings.domain.Unavailable;

/** Where what could not be told now waits, until it is brought again. */
public interface Postponed {

  /**
   * Keeps a record of a change for a while.
   *
   * @throws Unavailable if it could not be left there
   */
  void keep(byte[] record);
}
