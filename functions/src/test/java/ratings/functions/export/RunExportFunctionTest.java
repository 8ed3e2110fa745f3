package ratings.functions.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.ConversationId;
import ratings.domain.export.Export;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun;
import ratings.domain.export.Measures;
import ratings.domain.export.MemoryExports;
import ratings.domain.export.MemoryFiles;
import ratings.domain.export.Orders;
import ratings.domain.export.Restarts;
import ratings.domain.export.State;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.FakeRatingPages;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;
import ratings.http.Json;

class RunExportFunctionTest {
  private static final int ROWS = 200;

  private final VirtualClock clock = new VirtualClock();
  private final MemoryExports exports = MemoryExports.empty();
  private final MemoryFiles files = new MemoryFiles();
  private final FakeRatingPages pages = new FakeRatingPages();
  private final Deque<Ticket> queue = new ArrayDeque<>();
  private final RunExportFunction function =
      new RunExportFunction(
          new ExportRun(
              exports,
              new SlowPages(pages, clock),
              files,
              queue::add,
              Formats::of,
              new Measures(1_000, 20, Duration.ZERO, 100),
              clock,
              Runnable::run));

  @BeforeEach
  void anExportIsQueued() {
    for (int i = 0; i < ROWS; i++) {
      pages.add(
          "w1", ARating.of("c" + (1_000 + i)).recorded(Orders.NOW.minusSeconds(ROWS - i)).row());
    }
    exports.add(Orders.everything());
    queue.add(new Ticket("w1", "e1", 0));
  }

  @Test
  void withALimitOfSecondsItHandsOverUntilTheFileIsWhole() {
    int runs = 0;
    while (!queue.isEmpty()) {
      assertThat(handle(queue.remove(), Duration.ofSeconds(4))).isEqualTo(nothingAgain());
      runs++;
    }

    assertThat(runs).isGreaterThan(2);
    assertThat(file().lines()).hasSize(1 + ROWS).doesNotHaveDuplicates();
  }

  @Test
  void withTimeEnoughItRunsOnce() {
    handle(queue.remove(), Duration.ofMinutes(5));

    assertThat(queue).isEmpty();
    assertThat(job().state()).isEqualTo(State.READY);
    assertThat(file().lines()).hasSize(1 + ROWS);
  }

  @Test
  void p10ATicketWhoseExportIsBusyIsDoneAndTheScheduleRestartsWhatIsLost() {
    var ticket = queue.remove();
    assertThatThrownBy(() -> handle(dying(), ticket, Duration.ofMinutes(5)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(handle(ticket, Duration.ofMinutes(5))).isEqualTo(nothingAgain());
    assertThat(job().state()).isEqualTo(State.RUNNING);

    clock.advance(Duration.ofMinutes(5).plus(Export.PATIENCE));
    new Restarts(exports, queue::add, clock).restart();
    assertThat(handle(queue.remove(), Duration.ofMinutes(5))).isEqualTo(nothingAgain());
    assertThat(job().state()).isEqualTo(State.READY);
  }

  @Test
  void aRunThatGivesItsExportUpFailsSoThatTheAlarmRings() {
    var ticket = queue.remove();
    while (job().losses().count() < 4) {
      assertThatThrownBy(() -> handle(dying(), ticket, Duration.ofMinutes(5))).hasMessage("killed");
      clock.advance(Duration.ofMinutes(5));
    }

    assertThatThrownBy(() -> handle(ticket, Duration.ofMinutes(5)))
        .hasMessage("exports were given up: [e1]");

    assertThat(job().state()).isEqualTo(State.FAILED);
    assertThat(handle(ticket, Duration.ofMinutes(5))).isEqualTo(nothingAgain());
  }

  @Test
  void primingReadsAndWritesNothing() {
    assertThat(function.prime()).isEqualTo(ExportRun.Outcome.STOPPED);

    assertThat(job().state()).isEqualTo(State.QUEUED);
    assertThat(queue).hasSize(1);
  }

  private RunExportFunction dying() {
    return new RunExportFunction(
        new ExportRun(
            exports,
            new DeadPages(),
            files,
            queue::add,
            Formats::of,
            Measures.usual(),
            clock,
            Runnable::run));
  }

  private SQSBatchResponse handle(Ticket ticket, Duration left) {
    return handle(function, ticket, left);
  }

  private static SQSBatchResponse handle(RunExportFunction run, Ticket ticket, Duration left) {
    var body =
        new String(
            Json.write(
                Map.of(
                    "workspace", ticket.workspace(),
                    "export", ticket.export(),
                    "hop", ticket.hop())),
            StandardCharsets.UTF_8);
    return run.handleRequest(Tickets.event(body), new TimedContext(left));
  }

  private static SQSBatchResponse nothingAgain() {
    return new SQSBatchResponse(List.of());
  }

  private Export job() {
    return exports.find("w1", "e1").orElseThrow();
  }

  private String file() {
    var bytes = files.file(job().upload().orElseThrow().key()).orElseThrow();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Pages that take a second each. */
  private record SlowPages(RatingPages pages, VirtualClock clock) implements RatingPages {
    @Override
    public Page read(PageQuery query) {
      clock.advance(Duration.ofSeconds(1));
      return pages.read(query);
    }

    @Override
    public Optional<ListedRating> find(ConversationId conversation) {
      return pages.find(conversation);
    }
  }

  /** A store at whose first page the process dies. */
  private record DeadPages() implements RatingPages {
    @Override
    public Page read(PageQuery query) {
      throw new IllegalStateException("killed");
    }

    @Override
    public Optional<ListedRating> find(ConversationId conversation) {
      return Optional.empty();
    }
  }
}
