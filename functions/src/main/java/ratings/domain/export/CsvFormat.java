package ratings.domain.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.rating.list.ListedRating;

/**
 * Rows as CSV: UTF-8 with a byte order mark, lines ended by CR LF, the nine columns of R69 and
 * those asked for. Every date is written in the one offset that its column's head names (D10).
 */
public final class CsvFormat implements RowFormat {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String END = "\r\n";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("'GMT'xxx", Locale.ROOT);

  private final ZoneOffset offset;
  private final List<ExtraColumn> extras;

  public CsvFormat(ZoneOffset offset, List<ExtraColumn> extras) {
    this.offset = offset;
    this.extras = List.copyOf(extras);
  }

  @Override
  public String head() {
    var head =
        new StringBuilder(BYTE_ORDER_MARK)
            .append("ID,Rating,Feedback,User ID,User,Channel,Widget ID,Date [")
            .append(OFFSET.format(offset))
            .append("],Chat History Link");
    extras.forEach(column -> head.append(',').append(column.code()));
    return head.append(END).toString();
  }

  @Override
  public void append(ListedRating row, StringBuilder text) {
    Cell.text(row.messageId().orElse(row.id()), text);
    text.append(',').append(row.answer().score()).append(',');
    text(row.answer().feedback(), text);
    text(row.userId(), text);
    text(row.userName(), text);
    text(Optional.of(row.channel()), text);
    text(row.widgetId(), text);
    Cell.plain(DATE.format(row.recordedAt().atOffset(offset)), text);
    text.append(',');
    Cell.text(row.chatHistoryUrl().orElse(""), text);
    for (var extra : extras) {
      text.append(',');
      Cell.text(extra.value(row), text);
    }
    text.append(END);
  }

  private static void text(Optional<String> cell, StringBuilder text) {
    Cell.text(cell.orElse(""), text);
    text.append(',');
  }
}
