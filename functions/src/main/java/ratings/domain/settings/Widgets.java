package ratings.domain.settings;

import java.util.Optional;

/** Finds the line of a widget id, which is unique across workspaces. */
public interface Widgets {

  /** The widget's line with its effective settings, or nothing where no widget has the id. */
  Optional<Line> find(String widgetId);
}
