package ratings.domain.signing;

import ratings.domain.Unavailable;

/**
 * Signs texts for one purpose, and knows its own signatures again. Whoever has only the signed text
 * cannot make another.
 */
public interface Signatures {

  /**
   * The signature of a text, 16 bytes.
   *
   * @throws Unavailable if its key cannot be had
   */
  byte[] sign(String text);

  /**
   * Whether this is a signature of the text, told in constant time.
   *
   * @throws Unavailable if its key cannot be had
   */
  boolean verify(String text, byte[] signature);
}
