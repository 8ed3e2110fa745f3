package ratings.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.ConversationId;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.Position;
import ratings.domain.rating.list.RatingPages;

/** An export of any size holds two parts and two pages: one worked on, one under way. */
class BoundedMemoryTest {
  private static final int PAGES = 400;
  private static final int ROWS = 500;

  @Test
  void manyRowsAreWrittenWithOnePartUnderWayAndOnePageAhead() {
    var exports = MemoryExports.empty();
    exports.add(Orders.everything());
    var pages = new CannedPages(new AtomicInteger());
    var files = new CountedFiles(new AtomicInteger(), new AtomicInteger(), new AtomicLong());
    try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
      var run =
          new ExportRun(
              exports,
              pages,
              files,
              ticket -> {},
              order -> new PlainLines(),
              Measures.usual(),
              new VirtualClock(),
              background);
      var shift = new Shift("run", Orders.NOW.plusSeconds(60), Orders.NOW.plusSeconds(90));

      assertThat(run.run(new Ticket("w1", "e1", 0), shift)).isEqualTo(Outcome.READY);
    }
    assertThat(exports.find("w1", "e1").orElseThrow().progress().rows())
        .isEqualTo((long) PAGES * ROWS);
    assertThat(files.most()).hasValue(1);
    assertThat(files.largest().get()).isLessThan(Measures.usual().partBytes() + 1024 * 1024);
  }

  private record CannedPages(AtomicInteger read) implements RatingPages {
    private static final List<ListedRating> PAGE =
        Collections.nCopies(
            ROWS, ARating.of("c1").feedback("as usual, fine").user("u1", "Ada").row());

    @Override
    public Page read(PageQuery query) {
      int number = read.incrementAndGet();
      var next = new Position(Integer.toString(number));
      return new Page(PAGE, number < PAGES ? Optional.of(next) : Optional.empty());
    }

    @Override
    public Optional<ListedRating> find(ConversationId conversation) {
      return Optional.empty();
    }
  }

  /** Keeps nothing, and counts what is under way at once. */
  private record CountedFiles(AtomicInteger now, AtomicInteger most, AtomicLong largest)
      implements ExportFiles {
    @Override
    public Upload begin(String key, Format format) {
      return new Upload(key, "u");
    }

    @Override
    public String put(Upload upload, int number, PartBuffer part) {
      int underWay = now.incrementAndGet();
      most.accumulateAndGet(underWay, Math::max);
      largest.accumulateAndGet(part.size(), Math::max);
      Thread.yield();
      now.decrementAndGet();
      return "tag";
    }

    @Override
    public Rest putAside(Upload upload, int attempt, PartBuffer rest) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean takeUp(Rest rest, PartBuffer part) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forget(Rest rest) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forgetRests(Upload upload) {}

    @Override
    public Optional<SortedMap<Integer, String>> parts(Upload upload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void complete(Upload upload, List<String> tags, Duration patience) {}

    @Override
    public boolean isComplete(Upload upload) {
      return false;
    }

    @Override
    public void discard(Upload upload) {}
  }
}
