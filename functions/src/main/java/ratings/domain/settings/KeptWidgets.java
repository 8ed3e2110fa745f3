package ratings.domain.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Widgets that are looked up once in 30 seconds, for the routes that every visitor calls: what an
 * admin changes holds for them half a minute later. One that was not there is looked for again
 * after two seconds, for it may just have been made.
 */
public final class KeptWidgets implements Widgets {
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final Duration UNKNOWN_KEPT = Duration.ofSeconds(2);
  private static final int MOST = 1000;

  private final Widgets widgets;
  private final InstantSource clock;
  private final Map<String, Found> found = new HashMap<>();

  public KeptWidgets(Widgets widgets, InstantSource clock) {
    this.widgets = widgets;
    this.clock = clock;
  }

  /** What was found, and when. */
  private record Found(Optional<Line> line, Instant at) {
    Instant until() {
      return at.plus(line.isPresent() ? KEPT : UNKNOWN_KEPT);
    }
  }

  @Override
  public Optional<Line> find(String widgetId) {
    var now = clock.instant();
    var kept = kept(widgetId);
    if (kept.isPresent() && now.isBefore(kept.get().until())) {
      return kept.get().line();
    }
    var line = widgets.find(widgetId);
    keep(widgetId, new Found(line, now));
    return line;
  }

  private synchronized Optional<Found> kept(String widgetId) {
    return Optional.ofNullable(found.get(widgetId));
  }

  /** Begins anew when full: whoever asks for a thousand ids is not looking for widgets. */
  private synchronized void keep(String widgetId, Found line) {
    if (found.size() >= MOST) {
      found.clear();
    }
    found.put(widgetId, line);
  }
}
