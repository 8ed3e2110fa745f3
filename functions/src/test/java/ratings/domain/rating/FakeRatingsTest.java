package ratings.domain.rating;

class FakeRatingsTest extends RatingsContract {
  @Override
  protected Ratings store() {
    return new FakeRatings(clock);
  }
}
