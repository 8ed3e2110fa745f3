package ratings.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ratings.benchmark.Launch.Initialization;
import ratings.benchmark.variants.BareVariant;
import ratings.benchmark.variants.NaiveVariant;
import ratings.benchmark.variants.RunWarm;
import ratings.benchmark.variants.SubmitVariant;

/** Runs what is compared in turn, A B A B, so that a slow minute of the machine hits both. */
final class Measurements {
  private final Launch launch;
  private final int pairs;
  private final byte[] event;

  Measurements(Launch launch, int pairs) throws IOException {
    this.launch = launch;
    this.pairs = pairs;
    this.event = Sample.event();
  }

  /** Starts of the submit function, between those of the other two and of one to be restored. */
  List<Comparison> starts() throws IOException, InterruptedException {
    var againstBare = new ArrayList<Ratios.Pair>();
    var againstNaive = new ArrayList<Ratios.Pair>();
    var primed = new ArrayList<Ratios.Pair>();
    for (int i = -1; i < pairs; i++) {
      var bare = run(BareVariant.class, Initialization.ON_DEMAND);
      var submit = run(SubmitVariant.class, Initialization.ON_DEMAND);
      var naive = run(NaiveVariant.class, Initialization.ON_DEMAND);
      var restored = run(SubmitVariant.class, Initialization.SNAP_START);
      if (i >= 0) { // the first round warms this process and the files up
        againstBare.add(new Ratios.Pair(submit.start(), bare.start()));
        againstNaive.add(new Ratios.Pair(submit.start(), naive.start()));
        primed.add(new Ratios.Pair(restored.invocation(), submit.invocation()));
      }
    }
    return List.of(
        new Comparison("F1", "start / that of a bare UpdateItem", 1.10, againstBare),
        new Comparison("F2", "start / that of a naive handler", 0.50, againstNaive),
        new Comparison("F3", "first call primed / unprimed", 0.12, primed));
  }

  /** Warm calls, in one JVM. */
  Comparison warm() throws IOException, InterruptedException {
    var process = launch.main(RunWarm.class, List.of(Integer.toString(pairs))).start();
    try (var in = process.getOutputStream()) {
      in.write(event);
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return new Comparison(
        "F4",
        "warm p50 / that of the bare call",
        1.15,
        said.lines().map(Measurements::pair).toList());
  }

  private FunctionProcess.Run run(Class<?> handler, Initialization initialization)
      throws IOException, InterruptedException {
    return FunctionProcess.run(launch, handler, initialization, event);
  }

  /** Four figures in nanoseconds: wall and processor of the one, then of the other. */
  private static Ratios.Pair pair(String line) {
    var nanos = line.split(" ", -1);
    return new Ratios.Pair(spent(nanos[0], nanos[1]), spent(nanos[2], nanos[3]));
  }

  private static Spent spent(String wall, String cpu) {
    return new Spent(Duration.ofNanos(Long.parseLong(wall)), Duration.ofNanos(Long.parseLong(cpu)));
  }
}
