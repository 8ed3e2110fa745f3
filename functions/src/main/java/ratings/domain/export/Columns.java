package ratings.domain.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.rating.list.ListedRating;

/**
 * The columns of a file of rows: the nine of R69, and behind them those asked for.
 *
 * @param offset in which every date is written, as its column's name says (D10)
 */
public record Columns(ZoneOffset offset, List<ExtraColumn> extras) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("'GMT'xxx", Locale.ROOT);

  public Columns {
    extras = List.copyOf(extras);
  }

  public List<String> names() {
    var nine =
        Stream.of(
            "ID",
            "Rating",
            "Feedback",
            "User ID",
            "User",
            "Channel",
            "Widget ID",
            "Date [" + OFFSET.format(offset) + "]",
            "Chat History Link");
    return Stream.concat(nine, extras.stream().map(ExtraColumn::code)).toList();
  }

  /** What a row has in each column, harmless in a spreadsheet. */
  public List<String> cells(ListedRating row) {
    var cells = new ArrayList<String>();
    cells.add(Cell.of(row.messageId().orElse(row.id())));
    cells.add(Integer.toString(row.answer().score()));
    cells.add(cell(row.answer().feedback()));
    cells.add(cell(row.userId()));
    cells.add(cell(row.userName()));
    cells.add(Cell.of(row.channel()));
    cells.add(cell(row.widgetId()));
    cells.add(DATE.format(row.recordedAt().atOffset(offset)));
    cells.add(cell(row.chatHistoryUrl()));
    extras.forEach(extra -> cells.add(Cell.of(extra.value(row))));
    return cells;
  }

  private static String cell(Optional<String> text) {
    return text.map(Cell::of).orElse("");
  }
}
