package ratings.domain.export;

import java.util.Arrays;
import java.util.Locale;

/** Where an export stands. */
public enum State {
  QUEUED,
  RUNNING,
  READY,
  FAILED,
  CANCELLED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a name on the wire, which must be one. */
  public static State of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** Whether there is still something to do. */
  public boolean isOpen() {
    return this == QUEUED || this == RUNNING;
  }
}
