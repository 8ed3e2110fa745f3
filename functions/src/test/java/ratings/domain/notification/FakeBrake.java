package ratings.domain.notification;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The brake in memory. */
public final class FakeBrake implements Brake {
  private final Map<Recipient, Instant> mailedAt = new HashMap<>();
  private final Map<Recipient, Set<Waiting>> waiting = new HashMap<>();

  @Override
  public synchronized boolean take(Recipient recipient, Waiting waits, Instant now) {
    var all = waiting.computeIfAbsent(recipient, _ -> new TreeSet<>());
    boolean alone = all.isEmpty() && isFree(recipient, now);
    all.add(waits);
    if (alone) {
      mailedAt.put(recipient, now);
    }
    return alone;
  }

  @Override
  public synchronized List<Held> due(Instant now, int most) {
    var due =
        waiting.keySet().stream()
            .filter(it -> !waiting.get(it).isEmpty() && isFree(it, now))
            .limit(most)
            .toList();
    due.forEach(it -> mailedAt.put(it, now));
    return due.stream().map(it -> new Held(it, waiting.get(it))).toList();
  }

  @Override
  public synchronized void settle(Recipient recipient, Set<Waiting> told) {
    waiting.computeIfAbsent(recipient, _ -> new HashSet<>()).removeAll(told);
  }

  private boolean isFree(Recipient recipient, Instant now) {
    return !mailedAt.getOrDefault(recipient, Instant.MIN).isAfter(now.minus(PAUSE));
  }
}
