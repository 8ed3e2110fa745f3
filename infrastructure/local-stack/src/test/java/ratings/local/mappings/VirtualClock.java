package ratings.local.mappings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only pauses move. */
public final class VirtualClock implements InstantSource, Pause {
  private Instant now;

  public VirtualClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void last(Duration duration) {
    now = now.plus(duration);
  }
}
