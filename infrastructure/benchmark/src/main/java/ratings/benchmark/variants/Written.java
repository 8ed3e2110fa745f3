package ratings.benchmark.variants;

import java.time.Clock;
import java.time.Duration;
import ratings.domain.export.Export;
import ratings.domain.export.ExportFiles;
import ratings.domain.export.ExportRun;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.export.Measures;
import ratings.domain.export.Shift;
import ratings.domain.rating.list.RatingPages;
import ratings.functions.export.Formats;

/** An export as the function runs it, of whatever there is, into whatever is given. */
final class Written {
  static final String WORKSPACE = "main";
  private static final Duration LONG = Duration.ofHours(1);

  private Written() {}

  /** How many rows were written. */
  static long rows(RatingPages pages, ExportFiles files) {
    var exports = OneExport.queued(WORKSPACE);
    var clock = Clock.systemUTC();
    var run =
        new ExportRun(
            exports,
            pages,
            files,
            ticket -> {
              throw new IllegalStateException("there is time enough");
            },
            Formats::of,
            Measures.usual(),
            clock,
            Thread::startVirtualThread);
    var end = clock.instant().plus(LONG);
    Export export = exports.current().get();
    if (run.run(export.ticket(), new Shift("benchmark", end, end)) != Outcome.READY) {
      throw new IllegalStateException("not written");
    }
    return exports.current().get().progress().rows();
  }
}
