package ratings.domain.export;

import ratings.domain.rating.list.ListedRating;

/** How rows become text. */
public interface RowFormat {

  /** What the file begins with. */
  String head();

  /** One row, its end included. */
  void append(ListedRating row, StringBuilder text);
}
