package ratings.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ratings.benchmark.FunctionProcess.Run;
import ratings.benchmark.Launch.Initialization;
import ratings.benchmark.Ratios.Pair;
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

  /** One start of everything that is compared, one right after the other. */
  private record Round(Run bare, Run submit, Run naive, Run restored) {}

  /** Starts of the submit function, between those of the other two and of one to be restored. */
  List<Comparison> starts() throws IOException, InterruptedException {
    var rounds = rounds();
    return List.of(
        compared(
            "F1",
            "start / that of a bare UpdateItem",
            "<= 1.10",
            rounds,
            round -> new Pair(round.submit().start(), round.bare().start())),
        compared(
            "F2",
            "start / that of a naive handler",
            "<= 0.50",
            rounds,
            round -> new Pair(round.submit().start(), round.naive().start())),
        compared(
            "F3",
            "first call primed / unprimed",
            "<= 0.12",
            rounds,
            round -> new Pair(round.restored().invocation(), round.submit().invocation())));
  }

  private static Comparison compared(
      String id, String what, String target, List<Round> rounds, Function<Round, Pair> pair) {
    return new Comparison(id, what, target, rounds.stream().map(pair).toList());
  }

  /** The first round warms this process and the files up, and does not count. */
  private List<Round> rounds() throws IOException, InterruptedException {
    var rounds = new ArrayList<Round>();
    int unanswered = 0;
    while (rounds.size() <= pairs) {
      try {
        rounds.add(round());
      } catch (FunctionProcess.NotAnswered e) {
        System.out.println("     (a round does not count: " + e.getMessage() + ")");
        unanswered++;
        if (unanswered > pairs) {
          throw new IllegalStateException("this machine is too busy to measure on", e);
        }
      }
    }
    return rounds.subList(1, rounds.size());
  }

  private Round round() throws IOException, InterruptedException, FunctionProcess.NotAnswered {
    return new Round(
        run(BareVariant.class, Initialization.ON_DEMAND),
        run(SubmitVariant.class, Initialization.ON_DEMAND),
        run(NaiveVariant.class, Initialization.ON_DEMAND),
        run(SubmitVariant.class, Initialization.SNAP_START));
  }

  /** Warm calls, in one JVM. */
  Comparison warm() throws IOException, InterruptedException {
    var process = launch.main(RunWarm.class, List.of(), List.of(Integer.toString(pairs))).start();
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
        "<= 1.15",
        said.lines().map(Measurements::pair).toList());
  }

  private Run run(Class<?> handler, Initialization initialization)
      throws IOException, InterruptedException, FunctionProcess.NotAnswered {
    return FunctionProcess.run(launch, handler, initialization, event);
  }

  /** Four figures in nanoseconds: wall and processor of the one, then of the other. */
  private static Pair pair(String line) {
    var nanos = line.split(" ", -1);
    return new Pair(spent(nanos[0], nanos[1]), spent(nanos[2], nanos[3]));
  }

  private static Spent spent(String wall, String cpu) {
    return new Spent(Duration.ofNanos(Long.parseLong(wall)), Duration.ofNanos(Long.parseLong(cpu)));
  }
}
