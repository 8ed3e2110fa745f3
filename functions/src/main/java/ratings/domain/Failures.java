package ratings.domain;

/** Where those records end that nobody can work on, for people to look at. */
public interface Failures {

  /**
   * Keeps a record; the same again changes nothing.
   *
   * @param name that no other record has
   * @throws Unavailable if the store would not have it
   */
  void keep(String name, byte[] record);
}
