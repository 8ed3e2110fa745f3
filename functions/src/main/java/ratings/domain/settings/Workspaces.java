package ratings.domain.settings;

import java.util.Optional;
import java.util.SortedMap;
import ratings.domain.Unavailable;

/**
 * Keeps what workspaces and their lines have of their own. Every method reads what was last written
 * and throws {@link Unavailable} if the store would not have it.
 */
public interface Workspaces {

  /** A workspace nobody has written yet has none of its own. */
  Settings settings(String workspace);

  Optional<Settings> line(String workspace, String line);

  /** Every line of the workspace, by its id. */
  SortedMap<String, Settings> lines(String workspace);

  /** Replaces the workspace's settings, if the condition holds at that moment. */
  Written put(String workspace, Settings settings, Condition condition);

  /** Makes a line, or replaces its settings, if the condition holds at that moment. */
  Written put(String workspace, String line, Settings settings, Condition condition);

  /** Removes a line, if the condition holds at that moment; a widget's id stays the workspace's. */
  Removed remove(String workspace, String line, Condition condition);

  /** What came of writing. */
  enum Written {
    CREATED,
    REPLACED,
    /** The condition did not hold, and nothing was written. */
    CHANGED_MEANWHILE,
    /** The line is a widget whose id another workspace has, and nothing was written. */
    WIDGET_TAKEN
  }

  /** What came of removing. */
  enum Removed {
    REMOVED,
    /** There was no such line. */
    UNKNOWN,
    /** The condition did not hold, and nothing was removed. */
    CHANGED_MEANWHILE
  }
}
