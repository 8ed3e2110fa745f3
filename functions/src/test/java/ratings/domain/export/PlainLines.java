package ratings.domain.export;

import java.time.ZoneOffset;
import java.util.List;
import ratings.domain.rating.list.ListedRating;

/** Rows as lines, for tests of what becomes of a file and not of what is in it. */
final class PlainLines implements RowFormat {
  private final Columns columns = new Columns(ZoneOffset.UTC, List.of());

  @Override
  public String head() {
    return String.join(",", columns.names()) + "\n";
  }

  @Override
  public void append(ListedRating row, StringBuilder text) {
    text.append(String.join(",", columns.cells(row))).append('\n');
  }
}
