package ratings.domain.settings;

import java.util.Optional;
import ratings.domain.Unavailable;

/** Finds the line of a widget id, which is unique across workspaces. */
public interface Widgets {

  /**
   * The widget's line with its effective settings, or nothing where no widget has the id.
   *
   * @throws Unavailable if the store would not have it
   */
  Optional<Line> find(String widgetId);
}
