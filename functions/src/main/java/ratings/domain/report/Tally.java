package ratings.domain.report;

import java.util.Collection;
import java.util.Map;

/** Where conversations are counted. */
public interface Tally {

  /** What became of counting a conversation. */
  enum Outcome {
    /** It is counted as it was seen, or as it was later. */
    COUNTED,
    /** The store would not have it now. */
    LATER,
    /** It cannot be counted, however often it is tried. */
    NEVER
  }

  /**
   * Counts conversations: in the end each as its latest version has it, however often, in whatever
   * order and in whatever company its versions are seen, and wherever a call dies (P6).
   *
   * @return what became of each, by its key
   */
  Map<String, Outcome> count(Collection<Sighting> sightings);
}
