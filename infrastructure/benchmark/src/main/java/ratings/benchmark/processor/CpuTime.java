package ratings.benchmark.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The processor time of a process, of all its threads that are alive; to the nanosecond where the
 * kernel tells, else to its tick.
 */
public final class CpuTime {
  private CpuTime() {}

  public static Duration of(ProcessHandle process) {
    var threads = Path.of("/proc", Long.toString(process.pid()), "task");
    try (var each = Files.list(threads)) {
      return Duration.ofNanos(each.mapToLong(CpuTime::ofThread).sum());
    } catch (IOException noSuchFiles) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }

  /** None for a thread that has just ended. */
  private static long ofThread(Path thread) {
    try {
      var figures = Files.readString(thread.resolve("schedstat"));
      return Long.parseLong(figures.substring(0, figures.indexOf(' ')));
    } catch (IOException ended) {
      return 0;
    }
  }
}
