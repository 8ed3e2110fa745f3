package ratings.domain.rating.list;

import java.util.List;
import java.util.Optional;

/**
 * Some of the rows that a query finds.
 *
 * @param rows in the query's order; few or none where much had to be looked at to find them
 * @param next where to go on; nothing once every row was seen
 */
public record Page(List<ListedRating> rows, Optional<Position> next) {
  /** Every row was seen, and none was left to show. */
  public static final Page EMPTY = new Page(List.of(), Optional.empty());

  public Page {
    rows = List.copyOf(rows);
  }
}
