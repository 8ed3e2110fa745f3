package ratings.domain.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ratings.domain.Unavailable;
import ratings.domain.alert.AnAlert;
import ratings.domain.outbox.Waiting.Asking;
import ratings.domain.outbox.Waiting.LowRating;
import ratings.domain.outbox.Waiting.Unreadable;
import ratings.domain.rating.VirtualClock;

/** What waits in memory, one thing at each conversation, which is named by its id. */
public final class FakeOutbox implements Outbox {
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, String> fates = new LinkedHashMap<>();
  private final Set<String> abandoned = new HashSet<>();
  private boolean full;

  public void add(AnAlert alert) {
    waiting.put(
        alert.conversation(),
        new LowRating(alert.conversation(), alert.make(), VirtualClock.START));
  }

  public void add(ASending sending) {
    waiting.put(sending.conversation(), new Asking(sending.conversation(), sending.make(), false));
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

  /** What became of requests: {@code queued}, {@code sent}, {@code spared}, or why it failed. */
  public Map<String, String> fates() {
    return Map.copyOf(fates);
  }

  /** From now on nothing can be noted. */
  public void fill() {
    full = true;
  }

  public void makeRoom() {
    full = false;
  }

  private void refuseIfFull() {
    if (full) {
      throw new Unavailable("not now", null);
    }
  }

  @Override
  public List<Waiting> find(Collection<String> keys) {
    var found = new ArrayList<>(waiting.values());
    found.removeIf(each -> !keys.contains(each.key()));
    return found;
  }

  @Override
  public void announced(LowRating low) {
    refuseIfFull();
    waiting.remove(low.key());
  }

  @Override
  public void queued(Asking asking) {
    fates.put(asking.key(), "queued");
    waiting.put(asking.key(), new Asking(asking.key(), asking.sending(), true));
  }

  @Override
  public void sent(Asking asking) {
    end(asking, "sent");
  }

  @Override
  public void spared(Asking asking) {
    end(asking, "spared");
  }

  @Override
  public void failed(Asking asking, String reason) {
    end(asking, reason);
  }

  @Override
  public void abandon(String key) {
    waiting.remove(key);
    abandoned.add(key);
  }

  private void end(Asking asking, String fate) {
    refuseIfFull();
    fates.put(asking.key(), fate);
    waiting.remove(asking.key());
  }
}
