package ratings.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import ratings.benchmark.Ratios.Pair;
import ratings.benchmark.variants.RunExports;
import ratings.benchmark.variants.RunLongExport;

/** Exports beside the mere reading of what they export, and the memory that they need. */
final class ExportMeasurements {
  static final int ROWS = 60_000;
  private static final List<String> BOTH_COMPILERS = List.of("-XX:TieredStopAtLevel=4");
  private static final String LITTLE_HEAP = "-Xmx64m";

  private final Launch launch;
  private final int pairs;

  ExportMeasurements(Launch launch, int pairs) {
    this.launch = launch;
    this.pairs = pairs;
  }

  /** A round: the pages drained, exported into nothing, exported to S3. */
  private record Round(Spent drained, Spent nowhere, Spent toS3) {}

  /** Rows a second of an export, against those of reading alone. */
  List<Comparison> rates() throws IOException, InterruptedException {
    var arguments = List.of(Integer.toString(pairs), Integer.toString(ROWS));
    var rounds =
        said(RunExports.class, BOTH_COMPILERS, arguments)
            .lines()
            .map(ExportMeasurements::round)
            .toList();
    return List.of(
        compared("export rows/s / rows/s drained", ">= 0.75", rounds, Round::nowhere),
        compared("export to S3 rows/s / drained", ">= 0.70", rounds, Round::toS3));
  }

  private static Comparison compared(
      String what, String target, List<Round> rounds, Function<Round, Spent> export) {
    return new Comparison(
        "F8",
        what,
        target,
        rounds.stream().map(round -> new Pair(round.drained(), export.apply(round))).toList());
  }

  /** Bytes of heap alive at the most, in an export of so many rows. */
  long liveHeap(long rows) throws IOException, InterruptedException {
    var options = List.of(BOTH_COMPILERS.getFirst(), LITTLE_HEAP);
    return Long.parseLong(said(RunLongExport.class, options, List.of(Long.toString(rows))).strip());
  }

  private String said(Class<?> main, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    var builder = launch.main(main, options, arguments);
    builder.environment().remove("AWS_SESSION_TOKEN"); // S3Proxy knows no sessions
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said;
  }

  private static Round round(String line) {
    var nanos = line.split(" ", -1);
    return new Round(
        spent(nanos[0], nanos[1]), spent(nanos[2], nanos[3]), spent(nanos[4], nanos[5]));
  }

  private static Spent spent(String wall, String cpu) {
    return new Spent(Duration.ofNanos(Long.parseLong(wall)), Duration.ofNanos(Long.parseLong(cpu)));
  }
}
