package ratings.domain.settings;

import java.util.List;
import java.util.Locale;
import ratings.domain.document.Shape;
import ratings.domain.score.Band;

/**
 * By whose bands an NPS score is a promoter's, a passive's or a detractor's. The standard ones are
 * 9-10, 7-8 and 0-6 (F. Reichheld, "The One Number You Need to Grow", 2003); Kore.ai's feedback
 * dashboard has 9-10, 6-8 and 0-5.
 */
public enum NpsBands {
  STANDARD(9, 7),
  KORE(9, 6);

  static final Shape<NpsBands> SHAPE = Shape.oneOf(List.of(values()), NpsBands::code);

  private final int leastPromoter;
  private final int leastPassive;

  NpsBands(int leastPromoter, int leastPassive) {
    this.leastPromoter = leastPromoter;
    this.leastPassive = leastPassive;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A promoter's score is positive, a passive's neutral, a detractor's negative. */
  public Band band(int score) {
    return Band.of(score, leastPromoter, leastPassive);
  }
}
