package ratings.benchmark;

import java.time.Duration;
import ratings.benchmark.processor.CpuTime;

/** What something took, by the clock on the wall and by the processor's. */
record Spent(Duration wall, Duration cpu) {

  /** The two clocks at a moment. */
  static Spent reading(ProcessHandle process) {
    return new Spent(Duration.ofNanos(System.nanoTime()), CpuTime.of(process));
  }

  Spent since(Spent earlier) {
    return new Spent(wall.minus(earlier.wall), cpu.minus(earlier.cpu));
  }
}
