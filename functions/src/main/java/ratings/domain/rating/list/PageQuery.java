package ratings.domain.rating.list;

import java.util.Optional;

/**
 * Which rows of a workspace a page is to hold.
 *
 * @param limit most rows of the page, at least 1
 * @param from where the page before it ended
 */
public record PageQuery(
    String workspace, RatingFilter filter, Sort sort, int limit, Optional<Position> from) {
  public PageQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has room for at least one row");
    }
  }

  public PageQuery from(Optional<Position> position) {
    return new PageQuery(workspace, filter, sort, limit, position);
  }
}
