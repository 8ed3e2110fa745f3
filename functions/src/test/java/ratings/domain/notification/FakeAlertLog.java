package ratings.domain.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import ratings.domain.document.Timestamp;

/** The log in memory. */
public final class FakeAlertLog implements AlertLog {
  private final ConcurrentSkipListMap<String, LoggedAlert> entries = new ConcurrentSkipListMap<>();
  private final Map<String, Fate> ends = new ConcurrentHashMap<>();

  @Override
  public List<Notified> enter(Announcement alert) {
    var before = entries.putIfAbsent(key(alert), new LoggedAlert(alert, List.of()));
    return before == null ? List.of() : ended(before).notified();
  }

  @Override
  public void note(Announcement alert, List<Notified> notified) {
    entries.replace(key(alert), new LoggedAlert(alert, notified));
  }

  @Override
  public void settle(String workspace, String entry, String recipient, Fate end) {
    ends.put(workspace + " " + entry + " " + recipient, end);
  }

  private LoggedAlert ended(LoggedAlert logged) {
    var key = key(logged.announcement()) + " ";
    return new LoggedAlert(
        logged.announcement(),
        logged.notified().stream()
            .map(it -> it.settled(it.recipient().map(who -> ends.get(key + who))))
            .toList());
  }

  @Override
  public Optional<Announcement> find(String workspace, String entry) {
    return Optional.ofNullable(entries.get(workspace + " " + entry)).map(LoggedAlert::announcement);
  }

  @Override
  public AlertPage read(AlertQuery query) {
    var filter = query.filter();
    var low = filter.after().map(it -> Timestamp.format(it.plusMillis(1))).orElse("0");
    var high = query.from().or(() -> filter.before().map(Timestamp::format)).orElse("~");
    var found = new ArrayList<LoggedAlert>();
    var range = entries.subMap(query.workspace() + " " + low, query.workspace() + " " + high);
    for (var stored : range.descendingMap().values()) {
      var logged = ended(stored);
      if (filter.takes(logged)) {
        found.add(logged);
      }
      if (found.size() == query.limit()) {
        return new AlertPage(found, Optional.of(logged.announcement().entry()));
      }
    }
    return new AlertPage(found, Optional.empty());
  }

  private static String key(Announcement alert) {
    return alert.workspace() + " " + alert.entry();
  }
}
