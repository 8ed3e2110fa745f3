package ratings.domain.export;

import ratings.domain.Unavailable;

/** Has exports run. */
public interface ExportQueue {

  /**
   * Asks for a run, soon and at least once.
   *
   * @throws Unavailable if the queue would not have it
   */
  void send(Ticket ticket);

  /**
   * Which export is to run.
   *
   * @param hop how many runs have handed it over
   */
  record Ticket(String workspace, String export, int hop) {
    Ticket next() {
      return new Ticket(workspace, export, hop + 1);
    }
  }
}
