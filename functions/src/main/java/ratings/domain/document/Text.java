package ratings.domain.document;

import java.util.Optional;

/** What text from outside may hold. */
public final class Text {
  private static final int LONGEST_ID = 256;

  private Text() {}

  /** An id given by a caller: 1-256 printable characters without white space. */
  public static boolean isId(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= LONGEST_ID
        && text.codePoints().allMatch(Text::isPrintable);
  }

  /** What keeps the text from being stored: a control character other than TAB, CR and LF. */
  public static Optional<String> flaw(String text) {
    return text.codePoints().anyMatch(Text::isForbiddenControl)
        ? Optional.of("holds a control character")
        : Optional.empty();
  }

  /** Whether nobody would see anything of the text: white space and invisible characters (D4). */
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  /** Whether every surrogate has its partner: what has not is no Unicode text. */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isForbiddenControl(int c) {
    return Character.getType(c) == Character.CONTROL && c != '\t' && c != '\r' && c != '\n';
  }
}
