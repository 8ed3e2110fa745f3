package ratings.functions.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.Unavailable;
import ratings.domain.conversation.ConversationId;
import ratings.domain.export.ExportRun;
import ratings.domain.export.Measures;
import ratings.domain.export.MemoryExports;
import ratings.domain.export.MemoryFiles;
import ratings.domain.export.Orders;
import ratings.domain.export.State;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.FakeRatingPages;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;
import ratings.functions.Run;

/**
 * P25: whatever becomes of a run, neither its log nor the exception that it ends with, which Lambda
 * logs, says what is in rows, filter or file.
 */
class QuietRunTest {
  private static final String CANARY = "canary";
  private static final String TICKET = "{\"workspace\":\"w1\",\"export\":\"e1\",\"hop\":0}";

  private final MemoryExports exports = MemoryExports.empty();
  private final List<String> log = new ArrayList<>();

  QuietRunTest() {
    exports.add(Orders.of(Orders.csv(Map.of("userId", CANARY + "@example.com"))));
  }

  @Test
  void p25ARunThatWritesItsFileSaysOnlyWhichAndHow() {
    var rows = new FakeRatingPages();
    rows.add(
        "w1",
        ARating.of("c1")
            .user(CANARY + "@example.com", CANARY)
            .feedback(CANARY)
            .recorded(Orders.NOW)
            .row());

    assertThat(said(rows, TICKET)).doesNotContain(CANARY);
    assertThat(log).singleElement().asString().contains("\"export\":\"e1\"", "READY");
    assertThat(exports.find("w1", "e1").orElseThrow().state()).isEqualTo(State.READY);
  }

  @Test
  void p25ARunThatFailsSaysNothingOfItsRows() {
    assertThat(said(new BrokenPages(), TICKET)).contains("no answer").doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "{\"canary\":",
        "[\"canary\"]",
        "{\"workspace\":\"canary\"}",
        "{\"workspace\":\"w\",\"export\":\"e\",\"hop\":\"canary\"}"
      })
  void p25ATicketThatIsNoneIsNotRepeated(String body) {
    assertThat(said(new FakeRatingPages(), body)).contains("no ticket").doesNotContain(CANARY);
  }

  /** The log and the whole stack trace, as Lambda would keep them. */
  private String said(RatingPages pages, String body) {
    var run =
        new ExportRun(
            exports,
            pages,
            new MemoryFiles(),
            ticket -> {},
            Formats::of,
            Measures.usual(),
            new VirtualClock(),
            Runnable::run);
    var event = Tickets.event(body);
    var failure =
        catchThrowable(() -> new RunExportFunction(run).handleRequest(event, new Run(log, 60_000)));
    var trace = new StringWriter();
    Optional.ofNullable(failure).ifPresent(it -> it.printStackTrace(new PrintWriter(trace)));
    return log + trace.toString();
  }

  /** A store that would not have it. */
  private record BrokenPages() implements RatingPages {
    @Override
    public Page read(PageQuery query) {
      throw new Unavailable("no answer", new IllegalStateException());
    }

    @Override
    public Optional<ListedRating> find(ConversationId conversation) {
      return Optional.empty();
    }
  }
}
