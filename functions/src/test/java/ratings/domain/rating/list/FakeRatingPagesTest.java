package ratings.domain.rating.list;

import java.util.List;
import java.util.Map;

class FakeRatingPagesTest extends RatingPagesContract {

  @Override
  protected RatingPages holding(Map<String, List<ListedRating>> rows) {
    var pages = new FakeRatingPages();
    rows.forEach((workspace, all) -> all.forEach(row -> pages.add(workspace, row)));
    return pages;
  }
}
