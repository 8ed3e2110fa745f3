package ratings.domain.rating;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a rating came in. */
public enum Source {
  WIDGET,
  PAGE,
  PLATFORM,
  API,
  IMPORT;

  /** The source of a name on the wire, as {@code widget}. */
  public static Optional<Source> of(String code) {
    return Arrays.stream(values()).filter(source -> source.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
