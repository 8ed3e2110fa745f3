package ratings.domain.settings;

import java.util.Optional;
import ratings.domain.Unavailable;

/** Finds the lines of a workspace. */
public interface Lines {

  /**
   * The line with the settings that hold for it now, or nothing where the workspace has none of
   * that id.
   *
   * @throws Unavailable if the store would not have it
   */
  Optional<Line> find(String workspace, String line);
}
