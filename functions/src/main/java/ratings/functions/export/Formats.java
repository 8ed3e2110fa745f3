package ratings.functions.export;

import ratings.domain.export.Columns;
import ratings.domain.export.Order;
import ratings.domain.export.RowFormat;

/** The format that an order asks for. */
public final class Formats {
  private Formats() {}

  public static RowFormat of(Order order) {
    return switch (order.format()) {
      case CSV -> new CsvLines(new Columns(order.offset(), order.columns()));
      case JSONL -> new JsonLines();
    };
  }
}
