package ratings.domain.export;

import java.util.Locale;

/** The kind of file. */
public enum Format {
  CSV("text/csv; charset=utf-8"),
  /** One JSON object a line. */
  JSONL("application/jsonl");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  /** On the wire, and as a file's ending. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String contentType() {
    return contentType;
  }
}
