package ratings.domain.rating;

import org.junit.jupiter.api.Test;

class FakeRatingsTest extends RatingsContract {
  @Override
  protected Ratings store() {
    return new FakeRatings(clock);
  }

  @Test
  void p5AnySequenceAgreesWithTheReferenceModel() {
    new RandomLives(ratings(), clock).play(2_000);
  }
}
