package ratings.domain.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.document.Shape;

/** Who hears of a low rating, by role (R91). */
public enum RecipientRole {
  SUPERVISOR,
  RESPONSIBLE,
  GROUP;

  public static final Shape<RecipientRole> SHAPE =
      Shape.oneOf(List.of(values()), RecipientRole::code);

  public static Optional<RecipientRole> of(String code) {
    return List.of(values()).stream().filter(role -> role.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
