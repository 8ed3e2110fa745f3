package ratings.domain.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings in memory, one change at a time. */
public final class FakeSettings implements Workspaces, Lines, Widgets, BotLines {
  private final Map<String, Settings> workspaces = new HashMap<>();
  private final Map<String, SortedMap<String, Settings>> lines = new HashMap<>();
  private final Map<String, String> claims = new HashMap<>();

  @Override
  public synchronized Optional<Line> find(String widgetId) {
    return Optional.ofNullable(claims.get(widgetId))
        .flatMap(workspace -> find(workspace, widgetId))
        .filter(Line::isWidget);
  }

  @Override
  public synchronized Optional<Line> find(String workspace, String line) {
    return line(workspace, line)
        .map(own -> new Line(workspace, line, 1, own.over(settings(workspace))));
  }

  @Override
  public synchronized Line ofBot(String workspace, String botId) {
    var own = line(workspace, botId).orElseGet(Settings::none);
    return new Line(workspace, botId, 1, own.over(settings(workspace)));
  }

  @Override
  public synchronized Settings settings(String workspace) {
    return workspaces.getOrDefault(workspace, Settings.none());
  }

  @Override
  public synchronized Optional<Settings> line(String workspace, String line) {
    return Optional.ofNullable(linesOf(workspace).get(line));
  }

  @Override
  public synchronized SortedMap<String, Settings> lines(String workspace) {
    return new TreeMap<>(linesOf(workspace));
  }

  @Override
  public synchronized Written put(String workspace, Settings settings, Condition condition) {
    if (!condition.holds(Optional.of(settings(workspace)))) {
      return Written.CHANGED_MEANWHILE;
    }
    workspaces.put(workspace, settings);
    return Written.REPLACED;
  }

  @Override
  public synchronized Written put(
      String workspace, String line, Settings settings, Condition condition) {
    if (!condition.holds(line(workspace, line))) {
      return Written.CHANGED_MEANWHILE;
    }
    if (settings.ofWidget() && !claims.getOrDefault(line, workspace).equals(workspace)) {
      return Written.WIDGET_TAKEN;
    }
    if (settings.ofWidget()) {
      claims.put(line, workspace);
    }
    return linesOf(workspace).put(line, settings) == null ? Written.CREATED : Written.REPLACED;
  }

  @Override
  public synchronized Removed remove(String workspace, String line, Condition condition) {
    var stored = line(workspace, line);
    if (stored.isEmpty()) {
      return Removed.UNKNOWN;
    }
    if (!condition.holds(stored)) {
      return Removed.CHANGED_MEANWHILE;
    }
    linesOf(workspace).remove(line);
    return Removed.REMOVED;
  }

  private SortedMap<String, Settings> linesOf(String workspace) {
    return lines.computeIfAbsent(workspace, _ -> new TreeMap<>());
  }
}
