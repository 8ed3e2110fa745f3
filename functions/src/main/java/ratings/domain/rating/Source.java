package ratings.domain.rating;

import java.util.Locale;

/** Where a rating came in. */
public enum Source {
  WIDGET,
  PAGE,
  PLATFORM,
  API,
  IMPORT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
