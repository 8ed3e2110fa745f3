package ratings.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Webhooks that kept somebody waiting. For a while they are not called again from here: so however
 * many letters there are to one, they hold up those to others only now and then.
 */
public final class Sluggards {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /**
   * Whoever takes letters has a pause of so many times what a letter took him, if it is shorter.
   */
  private static final int TIMES = 5;

  private final Map<List<String>, Spared> spared = new ConcurrentHashMap<>();

  /**
   * One that is spared.
   *
   * @param takes whether it had taken the letter in the end
   */
  record Spared(Instant until, boolean takes) {}

  Optional<Spared> find(Letter letter, Instant now) {
    return Optional.ofNullable(spared.get(key(letter))).filter(it -> it.until().isAfter(now));
  }

  void add(Letter letter, boolean takes, Duration took, Instant now) {
    spared.values().removeIf(it -> !it.until().isAfter(now));
    var fair = took.multipliedBy(TIMES);
    var pause = takes && fair.compareTo(PAUSE) < 0 ? fair : PAUSE;
    spared.put(key(letter), new Spared(now.plus(pause), takes));
  }

  private static List<String> key(Letter letter) {
    return List.of(letter.workspace(), letter.webhook());
  }
}
