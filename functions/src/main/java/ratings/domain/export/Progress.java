package ratings.domain.export;

/**
 * How far an export has come.
 *
 * @param rows that are in the file
 * @param bytes of the file
 * @param percent of the time that the rows span, 100 only at the end
 */
public record Progress(long rows, long bytes, int percent) {
  public static final Progress NONE = new Progress(0, 0, 0);

  /** The same, of all that there is. */
  Progress whole() {
    return new Progress(rows, bytes, 100);
  }
}
