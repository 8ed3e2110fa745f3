package ratings.domain.conversation;

import java.util.List;
import java.util.Optional;
import ratings.domain.settings.ClosingApp;

/**
 * All that speaks against asking a customer to rate.
 *
 * @param all none where the customer is to be asked
 * @param app what closes in place of our request, where that is one of them (R31, R34)
 */
public record Obstacles(List<Obstacle> all, Optional<ClosingApp> app) {
  private static final Obstacles NONE = new Obstacles(List.of(), Optional.empty());

  public Obstacles {
    all = List.copyOf(all);
    if (app.isPresent() != all.contains(Obstacle.CUSTOM_APP)) {
      throw new IllegalArgumentException("an app is told of if it closes for us");
    }
  }

  public static Obstacles none() {
    return NONE;
  }

  public static Obstacles only(Obstacle... all) {
    return new Obstacles(List.of(all), Optional.empty());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }
}
