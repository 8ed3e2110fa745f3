package ratings.functions.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import ratings.domain.export.Columns;
import ratings.domain.export.RowFormat;
import ratings.domain.rating.list.ListedRating;

/** Rows as CSV: RFC 4180, its lines ended by CR LF, with the byte order mark that Excel wants. */
final class CsvLines implements RowFormat {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Columns columns;

  CsvLines(Columns columns) {
    this.columns = columns;
  }

  @Override
  public String head() {
    var head = new StringBuilder(BYTE_ORDER_MARK);
    line(columns.names(), head);
    return head.toString();
  }

  @Override
  public void append(ListedRating row, StringBuilder text) {
    line(columns.cells(row), text);
  }

  private static void line(List<String> cells, StringBuilder text) {
    try {
      CSVFormat.RFC4180.printRecord(text, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
