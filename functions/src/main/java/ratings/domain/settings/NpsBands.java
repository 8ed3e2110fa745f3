package ratings.domain.settings;

import java.util.List;
import java.util.Locale;
import ratings.domain.document.Shape;

/** By whose bands an NPS score is a promoter's, a passive's or a detractor's. */
public enum NpsBands {
  STANDARD,
  KORE;

  static final Shape<NpsBands> SHAPE = Shape.oneOf(List.of(values()), NpsBands::code);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
