package ratings.domain.rating.list;

import java.util.Arrays;
import java.util.Optional;

/** The order of rows: by when they were recorded, then by id. */
public enum Sort {
  NEWEST_FIRST("-recordedAt"),
  OLDEST_FIRST("recordedAt");

  private final String code;

  Sort(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The order of a name on the wire. */
  public static Optional<Sort> of(String code) {
    return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
  }
}
