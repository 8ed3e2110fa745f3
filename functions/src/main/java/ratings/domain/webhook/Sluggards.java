package ratings.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Webhooks that kept somebody waiting in vain. For a minute they are not called again from here: so
 * however many letters there are to one, they hold up those to others only now and then.
 */
public final class Sluggards {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Map<List<String>, Instant> spared = new ConcurrentHashMap<>();

  boolean has(Letter letter, Instant now) {
    return spared.getOrDefault(key(letter), Instant.MIN).isAfter(now);
  }

  void add(Letter letter, Instant now) {
    spared.values().removeIf(until -> !until.isAfter(now));
    spared.put(key(letter), now.plus(PAUSE));
  }

  private static List<String> key(Letter letter) {
    return List.of(letter.workspace(), letter.webhook());
  }
}
