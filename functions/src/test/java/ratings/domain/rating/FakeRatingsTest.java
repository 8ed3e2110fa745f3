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
    new RandomLives(ratings(), clock).play(Figures.of(2_000));
  }
}
