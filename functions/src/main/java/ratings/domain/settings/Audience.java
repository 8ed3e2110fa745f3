package ratings.domain.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.document.Shape;

/** Whom a line asks: known users, visitors, or both (R12, R14). */
public enum Audience {
  USER,
  LEAD;

  public static final Shape<Audience> SHAPE = Shape.oneOf(List.of(values()), Audience::code);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Audience> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
