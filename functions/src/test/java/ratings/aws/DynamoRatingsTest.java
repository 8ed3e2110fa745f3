package ratings.aws;

import ratings.domain.rating.Ratings;
import ratings.domain.rating.RatingsContract;

class DynamoRatingsTest extends RatingsContract {
  @Override
  protected Ratings store() {
    var table = LocalTable.ofRatings();
    return new DynamoRatings(table.dynamo(), table.name(), clock, Retries.whileSomebodyWaits());
  }
}
