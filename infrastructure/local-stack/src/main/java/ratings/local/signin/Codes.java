package ratings.local.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Codes that are worth a token once, and for a minute. */
public final class Codes {
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Codes(InstantSource clock) {
    this.clock = clock;
  }

  private record Issued(Grant grant, Instant until) {}

  public String issue(Grant grant) {
    var now = clock.instant();
    issued.values().removeIf(it -> !it.until().isAfter(now));
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    issued.put(code, new Issued(grant, now.plus(LIFETIME)));
    return code;
  }

  /** What the code stands for; it stands for nothing afterwards, whoever tried it. */
  Optional<Grant> redeem(String code) {
    return Optional.ofNullable(issued.remove(code))
        .filter(it -> it.until().isAfter(clock.instant()))
        .map(Issued::grant);
  }
}
