package ratings.domain.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a customer is not asked to rate; each is a code of api.md. */
public enum Obstacle {
  RATINGS_OFF,
  ALREADY_ASKED,
  SNOOZED;

  /** The obstacle of a code, as {@code already-asked}. */
  public static Optional<Obstacle> of(String code) {
    return Arrays.stream(values()).filter(obstacle -> obstacle.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
