package ratings.domain.rating.list;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts that differ only in case, or in how their accents are encoded, the same text. */
final class CaseFolding {
  private CaseFolding() {}

  /**
   * Upper case first, which widens what has no single partner (ß), then each code point by itself
   * to lower case, so that a sigma is the same inside a word and at its end. Knows no locale.
   */
  static String fold(String text) {
    return composed(
        composed(text)
            .toUpperCase(Locale.ROOT)
            .codePoints()
            .map(Character::toLowerCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
