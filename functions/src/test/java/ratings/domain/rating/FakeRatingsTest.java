package ratings.domain.rating;

import org.junit.jupiter.api.Test;
import ratings.Figures;

class FakeRatingsTest extends RatingsContract {
  @Override
  protected Ratings store() {
    return new FakeRatings(clock);
  }

  @Test
  void p5AnySequenceAgreesWithTheReferenceModel() {
    var store = new FakeRatings(clock);

    new RandomLives(store, store, store, clock).play(Figures.of(2_000));
  }
}
