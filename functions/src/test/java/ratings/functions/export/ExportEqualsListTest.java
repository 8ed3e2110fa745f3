package ratings.functions.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ratings.domain.export.Columns;
import ratings.domain.export.Export;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun;
import ratings.domain.export.Measures;
import ratings.domain.export.MemoryExports;
import ratings.domain.export.MemoryFiles;
import ratings.domain.export.Order;
import ratings.domain.export.Orders;
import ratings.domain.export.RowFormat;
import ratings.domain.export.Shift;
import ratings.domain.rating.list.FakeRatingPages;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;
import ratings.domain.rating.list.Sort;

/** P11: an export equals the list under the same filter, read back by an independent parser. */
class ExportEqualsListTest {
  private static final int SETS = 2_000;
  private static final ObjectReader PARSER =
      new CsvMapper().readerForListOf(String.class).with(CsvParser.Feature.WRAP_AS_ARRAY);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final List<Map<String, String>> FILTERS =
      List.of(
          Map.of(),
          Map.of("rating[lte]", "2"),
          Map.of("feedback[exists]", "true", "rating[in]", "1,3,5"),
          Map.of("channel", "website", "recordedAt[after]", "2026-11-01T00:00:00.003Z"));

  @Test
  void p11AnExportOfHostileRowsParsesBackToTheList() throws IOException {
    checkSets(Formats::of);
  }

  @Test
  void p11ABrokenTwinThatQuotesNothingIsFound() {
    assertThatThrownBy(() -> checkSets(order -> new Unquoted())).isInstanceOf(Throwable.class);
  }

  private static void checkSets(Function<Order, RowFormat> formats) throws IOException {
    var random = new Random(11);
    for (int i = 0; i < SETS; i++) {
      var rows = new HostileRows(random).rows();
      var pages = new FakeRatingPages();
      rows.forEach(row -> pages.add("w1", row));
      var order = Orders.csv(FILTERS.get(i % FILTERS.size()));

      var read = parsed(exported(order, pages, formats));

      assertThat(read.getFirst())
          .containsExactly(
              "ID",
              "Rating",
              "Feedback",
              "User ID",
              "User",
              "Channel",
              "Widget ID",
              "Date [GMT-05:00]",
              "Chat History Link");
      assertThat(read.subList(1, read.size()).stream().map(ExportEqualsListTest::restored))
          .as("set " + i)
          .isEqualTo(listed(order, pages).stream().map(ExportEqualsListTest::cells).toList());
    }
  }

  private static String exported(
      Order order, RatingPages pages, Function<Order, RowFormat> formats) {
    var exports = MemoryExports.empty();
    var files = new MemoryFiles();
    exports.add(Orders.of(order));
    var run =
        new ExportRun(
            exports,
            pages,
            files,
            ticket -> {
              throw new AssertionError("there is time enough");
            },
            formats,
            new Measures(200, 7, Duration.ZERO, 3),
            Clock.fixed(Orders.NOW, ZoneOffset.UTC),
            Runnable::run);
    var shift = new Shift("run-1", Orders.NOW.plusSeconds(60), Orders.NOW.plusSeconds(90));
    assertThat(run.run(new Ticket("w1", "e1", 0), shift)).isEqualTo(ExportRun.Outcome.READY);
    var key = exports.find("w1", "e1").flatMap(Export::upload).orElseThrow().key();
    return new String(files.file(key).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static List<ListedRating> listed(Order order, RatingPages pages) {
    var rows = new ArrayList<ListedRating>();
    var query = new PageQuery("w1", order.rows(), Sort.OLDEST_FIRST, 5, Optional.empty());
    var page = pages.read(query);
    rows.addAll(page.rows());
    while (page.next().isPresent()) {
      page = pages.read(query.from(page.next()));
      rows.addAll(page.rows());
    }
    return rows;
  }

  private static List<List<String>> parsed(String file) throws IOException {
    assertThat(file).startsWith("\ufeff").endsWith("\r\n");
    try (var lines = PARSER.<List<String>>readValues(file.substring(1))) {
      return lines.readAll();
    }
  }

  /** Takes away the one apostrophe that neutralises. */
  private static List<String> restored(List<String> cells) {
    return cells.stream().map(cell -> cell.startsWith("'") ? cell.substring(1) : cell).toList();
  }

  private static List<String> cells(ListedRating row) {
    return List.of(
        row.messageId().orElse(row.id()),
        "" + row.answer().score(),
        row.answer().feedback().orElse(""),
        row.userId().orElse(""),
        row.userName().orElse(""),
        row.channel(),
        row.widgetId().orElse(""),
        DATE.format(row.recordedAt().atOffset(ZoneOffset.ofHours(-5))),
        row.chatHistoryUrl().orElse(""));
  }

  /** Cells as they are. */
  private record Unquoted() implements RowFormat {

    @Override
    public String head() {
      return new CsvLines(new Columns(ZoneOffset.ofHours(-5), List.of())).head();
    }

    @Override
    public void append(ListedRating row, StringBuilder text) {
      text.append(String.join(",", cells(row))).append("\r\n");
    }
  }
}
