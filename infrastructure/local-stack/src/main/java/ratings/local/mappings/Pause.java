package ratings.local.mappings;

import java.time.Duration;

/** Waits between two attempts; tests let a virtual clock pass instead. */
@FunctionalInterface
public interface Pause {

  void last(Duration duration) throws InterruptedException;

  /** Waits on the wall's clock. */
  static Pause real() {
    return Thread::sleep;
  }
}
