package ratings.domain.export;

/**
 * Text that somebody else has written, in a cell. A spreadsheet would run a text that begins like a
 * formula, so such a text gets an apostrophe in front, and so does one that has an apostrophe there
 * already: taking one leading apostrophe away restores every text exactly.
 */
final class Cell {
  private static final char APOSTROPHE = '\'';

  /** As a formula begins, also in full width, and what a spreadsheet drops before it looks. */
  private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20" + APOSTROPHE;

  private Cell() {}

  static String of(String text) {
    return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? APOSTROPHE + text : text;
  }
}
