package ratings.domain.settings;

import java.util.List;
import java.util.Locale;
import ratings.domain.document.Shape;

/** Who hears of a low rating, by role (R91). */
public enum RecipientRole {
  SUPERVISOR,
  RESPONSIBLE,
  GROUP;

  static final Shape<RecipientRole> SHAPE = Shape.oneOf(List.of(values()), RecipientRole::code);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
