package ratings.functions.browse;

import java.util.List;
import ratings.http.RatingView;

/**
 * A page on the wire.
 *
 * @param next the cursor to go on with, null at the end
 */
record PageView(List<RatingView> items, String next) {}
