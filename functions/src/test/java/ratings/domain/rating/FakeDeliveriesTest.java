package ratings.domain.rating;

class FakeDeliveriesTest extends DeliveriesContract {
  private final FakeRatings store = new FakeRatings(clock);

  @Override
  protected Ratings ratings() {
    return store;
  }

  @Override
  protected Conversations conversations() {
    return store;
  }

  @Override
  protected Deadlines deadlines() {
    return store;
  }
}
