package ratings.functions.export;

import ratings.domain.export.CsvFormat;
import ratings.domain.export.Order;
import ratings.domain.export.RowFormat;

/** The format that an order asks for. */
final class Formats {
  private Formats() {}

  static RowFormat of(Order order) {
    return switch (order.format()) {
      case CSV -> new CsvFormat(order.offset(), order.columns());
      case JSONL -> new JsonLines();
    };
  }
}
