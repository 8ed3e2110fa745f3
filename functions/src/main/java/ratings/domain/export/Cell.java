package ratings.domain.export;

/**
 * Cells of a CSV file (RFC 4180). A spreadsheet would run a text that begins like a formula, so
 * such a text gets an apostrophe in front, and so does one that has an apostrophe there already:
 * taking one leading apostrophe away restores every text exactly.
 */
final class Cell {
  private static final char APOSTROPHE = '\'';

  /** As a formula begins, also in full width, and what a spreadsheet drops before it looks. */
  private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20" + APOSTROPHE;

  private Cell() {}

  /** Appends text that somebody else has written. */
  static void text(String text, StringBuilder line) {
    var harmless =
        !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? APOSTROPHE + text : text;
    plain(harmless, line);
  }

  /** Appends what cannot be dangerous, in quotes where it has to be. */
  static void plain(String text, StringBuilder line) {
    if (text.chars().noneMatch(Cell::wantsQuotes)) {
      line.append(text);
      return;
    }
    line.append('"').append(text.replace("\"", "\"\"")).append('"');
  }

  private static boolean wantsQuotes(int c) {
    return c == '"' || c == ',' || c == '\r' || c == '\n';
  }
}
