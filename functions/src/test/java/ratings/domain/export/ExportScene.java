package ratings.domain.export;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.FakeRatingPages;
import ratings.domain.rating.list.ListedRating;

/**
 * An export of 60 rows in pages of at most 20 and parts of at least 500 bytes, a queue that brings
 * a ticket again until its run ends, and a clock that a page moves by a second.
 */
final class ExportScene {
  static final Duration SHIFT = Duration.ofSeconds(100);
  private static final int ROWS = 60;

  final VirtualClock clock = new VirtualClock();
  final FakeRatingPages pages = new FakeRatingPages();
  final MemoryFiles files;
  final MemoryExports exports;
  final Deque<Ticket> queue = new ArrayDeque<>();
  private final int partBytes;
  private int runs;

  ExportScene(MemoryExports exports) {
    this(exports, 500);
  }

  ExportScene(MemoryExports exports, int partBytes) {
    this(exports, partBytes, new MemoryFiles());
  }

  ExportScene(MemoryExports exports, int partBytes, MemoryFiles files) {
    this.exports = exports;
    this.files = files;
    this.partBytes = partBytes;
    IntStream.range(0, ROWS).forEach(i -> pages.add("w1", row(i)));
    exports.add(Orders.everything());
    queue.add(new Ticket("w1", "e1", 0));
  }

  private static ListedRating row(int i) {
    return ARating.of("c" + (10 + i))
        .feedback("words " + i)
        .recorded(Orders.NOW.minusSeconds(1000 - i))
        .row();
  }

  static String whole() {
    return wholeBut("");
  }

  /** The whole file without the row of an id. */
  static String wholeBut(String id) {
    var format = new PlainLines();
    var text = new StringBuilder(format.head());
    IntStream.range(0, ROWS)
        .mapToObj(ExportScene::row)
        .filter(row -> !row.id().equals(id))
        .forEach(row -> format.append(row, text));
    return text.toString();
  }

  Export job() {
    return exports.find("w1", "e1").orElseThrow();
  }

  /** The file behind the job's link. */
  Optional<String> linked() {
    return Optional.of(job())
        .filter(Export::isReady)
        .flatMap(Export::upload)
        .map(upload -> files.file(upload.key()).orElse(new byte[0]))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** One run, with time for so many pages, around whose steps something may happen. */
  Outcome run(Ticket ticket, Steps steps, int pagesOfTime) {
    return run(ticket, steps, pagesOfTime, Runnable::run);
  }

  /** The same, with something that reads ahead. */
  Outcome run(Ticket ticket, Steps steps, int pagesOfTime, Executor background) {
    Instant now = clock.instant();
    var shift = new Shift("run-" + ++runs, now.plusSeconds(pagesOfTime), now.plus(SHIFT));
    return runner(steps, background).run(ticket, shift);
  }

  /** What the schedule does, long after all leases are over. */
  void restart() {
    clock.advance(SHIFT.plus(Export.PATIENCE).plusSeconds(1));
    new Restarts(exports, queue::add, clock).restart();
  }

  private ExportRun runner(Steps steps, Executor background) {
    return new ExportRun(
        steps.around(exports),
        steps.around(new SlowPages(pages, clock)),
        steps.around(files),
        steps.around((ExportQueue) queue::add),
        order -> new PlainLines(),
        new Measures(partBytes, 10, Duration.ZERO, 19),
        clock,
        background);
  }

  static Steps undisturbed() {
    return new Steps(Integer.MAX_VALUE, () -> {});
  }
}
