package ratings.domain.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ratings.domain.Unavailable;
import ratings.domain.alert.Notices.Unreadable;
import ratings.domain.alert.Notices.Waiting;

/**
 * Announces low ratings: looks up what still waits, publishes it, notes that it did. Whoever dies
 * in between leaves it waiting, and it is announced once more under the same id (P9).
 */
public final class Announcer {
  /** Ratings that are announced and noted together: what a crash can repeat at the most. */
  private static final int AT_ONCE = 10;

  private final Notices notices;
  private final Alerts alerts;

  public Announcer(Notices notices, Alerts alerts) {
    this.notices = notices;
    this.alerts = alerts;
  }

  /**
   * Announces what waits of some conversations.
   *
   * @param keys by which the store names them
   * @return what became of each of which something waited
   * @throws Unavailable if the store would not have any of it
   */
  public Map<String, Alerts.Outcome> announce(Collection<String> keys) {
    var outcomes = new HashMap<String, Alerts.Outcome>();
    var waiting = new ArrayList<Waiting>();
    for (var found : notices.find(keys)) {
      switch (found) {
        case Waiting low -> waiting.add(low);
        case Unreadable(var key) -> outcomes.put(key, Alerts.Outcome.NEVER);
      }
    }
    for (int from = 0; from < waiting.size(); from += AT_ONCE) {
      var few = waiting.subList(from, Math.min(from + AT_ONCE, waiting.size()));
      outcomes.putAll(announce(few));
      if (outcomes.containsValue(Alerts.Outcome.LATER)) {
        waiting.forEach(low -> outcomes.putIfAbsent(low.key(), Alerts.Outcome.LATER));
        break;
      }
    }
    return outcomes;
  }

  private Map<String, Alerts.Outcome> announce(List<Waiting> few) {
    var outcomes = new HashMap<String, Alerts.Outcome>();
    var published = alerts.publish(few.stream().map(Waiting::alert).toList());
    for (int i = 0; i < few.size(); i++) {
      var low = few.get(i);
      var outcome = published.get(i);
      outcomes.put(low.key(), outcome == Alerts.Outcome.SENT ? noted(low) : outcome);
    }
    return outcomes;
  }

  private Alerts.Outcome noted(Waiting low) {
    try {
      notices.announced(low);
      return Alerts.Outcome.SENT;
    } catch (Unavailable e) {
      return Alerts.Outcome.LATER;
    }
  }
}
