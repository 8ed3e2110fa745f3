package ratings.domain.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import ratings.domain.rating.VirtualClock;

/** Orders for tests. */
public final class Orders {
  public static final Instant NOW = VirtualClock.START;

  private Orders() {}

  public static Order csv(Map<String, String> filter) {
    return new Order(filter, ZoneOffset.ofHours(-5), List.of(), Format.CSV, "ada");
  }

  public static Export everything() {
    return of(csv(Map.of()));
  }

  public static Export of(Order order) {
    return Export.queued("w1", "e1", order, NOW);
  }
}
