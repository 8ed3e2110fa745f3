package ratings.local.mappings;

/** A mapping at work. */
interface Poller {

  /**
   * Looks once for something to do and does it.
   *
   * @return whether there was anything
   */
  boolean poll() throws InterruptedException;
}
