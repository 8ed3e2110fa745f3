package ratings.local.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Receives messages, verifies them with the secrets that it was told, and remembers the latest. */
public final class Receiver {
  private static final int MOST = 500;
  private static final int TAKEN = 204;
  private static final int REFUSED = 400;
  private static final int DOWN = 503;

  private final InstantSource clock;
  private final Set<String> secrets = new LinkedHashSet<>();
  private final Map<String, Instant> downUntil = new HashMap<>();
  private final Deque<Arrival> arrivals = new ArrayDeque<>();

  public Receiver(InstantSource clock) {
    this.clock = clock;
  }

  /** Tells it a secret; whether it is one. */
  public synchronized boolean learn(String secret) {
    return Verifier.isSecret(secret) && (secrets.add(secret) || secrets.contains(secret));
  }

  /** Lets a box fail for some time. */
  public synchronized void goDown(String box, Duration time) {
    downUntil.put(box, clock.instant().plus(time));
  }

  /**
   * Takes a message, or does not.
   *
   * @param header gives each header, empty where there is none
   */
  public synchronized Arrival take(String box, UnaryOperator<String> header, String body) {
    var now = clock.instant();
    var id = header.apply("webhook-id");
    var verdict =
        new Verifier(secrets)
            .verdict(
                id,
                header.apply("webhook-timestamp"),
                header.apply("webhook-signature"),
                body,
                now);
    var arrival =
        new Arrival(now, box, id, verdict, isTaken(box, id), status(box, verdict, now), body);
    if (arrivals.size() == MOST) {
      arrivals.removeFirst();
    }
    arrivals.addLast(arrival);
    return arrival;
  }

  /** The latest, oldest first. */
  public synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  private int status(String box, Verdict verdict, Instant now) {
    if (downUntil.getOrDefault(box, Instant.MIN).isAfter(now)) {
      return DOWN;
    }
    return verdict == Verdict.VERIFIED ? TAKEN : REFUSED;
  }

  private boolean isTaken(String box, String id) {
    return arrivals.stream()
        .anyMatch(it -> it.status() == TAKEN && it.box().equals(box) && it.id().equals(id));
  }
}
