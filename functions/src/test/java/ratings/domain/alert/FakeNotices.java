package ratings.domain.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ratings.domain.rating.VirtualClock;

/** Notices in memory, each by its conversation's id. */
public final class FakeNotices implements Notices {
  private final Map<String, Found> waiting = new LinkedHashMap<>();
  private final Set<String> abandoned = new HashSet<>();

  public void add(AnAlert alert) {
    waiting.put(
        alert.conversation(), new Waiting(alert.conversation(), alert.make(), VirtualClock.START));
  }

  public void addUnreadable(String key) {
    waiting.put(key, new Unreadable(key));
  }

  public Set<String> waiting() {
    return Set.copyOf(waiting.keySet());
  }

  public Set<String> abandoned() {
    return Set.copyOf(abandoned);
  }

  @Override
  public List<Found> find(Collection<String> keys) {
    var found = new ArrayList<>(waiting.values());
    found.removeIf(each -> !keys.contains(each.key()));
    return found;
  }

  @Override
  public void announced(Waiting announced) {
    waiting.remove(announced.key());
  }

  @Override
  public void abandon(String key) {
    waiting.remove(key);
    abandoned.add(key);
  }
}
