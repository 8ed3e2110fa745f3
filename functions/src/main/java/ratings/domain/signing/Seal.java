package ratings.domain.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Texts handed out to come back: signed together with a context that both sides know, in base64url
 * without padding. None fits another context, and none can be made up.
 */
public final class Seal {
  private static final int SIGNATURE = 16;
  private static final int LONGEST = 2048;

  private final Signatures signatures;

  public Seal(Signatures signatures) {
    this.signatures = signatures;
  }

  public String close(String text, String context) {
    var content = text.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(SIGNATURE + content.length);
    bytes.put(signatures.sign(signed(text, context))).put(content);
    return encode(bytes.array());
  }

  /** The text, or nothing where this seal did not close it in this context. */
  public Optional<String> open(String sealed, String context) {
    return decode(sealed)
        .filter(bytes -> bytes.length > SIGNATURE)
        .flatMap(
            bytes -> {
              var signature = Arrays.copyOf(bytes, SIGNATURE);
              var content = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
              return Optional.of(new String(content, StandardCharsets.UTF_8))
                  .filter(text -> Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content))
                  .filter(text -> signatures.verify(signed(text, context), signature));
            });
  }

  /** The context's length stands before it, so that no part of it can move into the text. */
  private static String signed(String text, String context) {
    return context.length() + ":" + context + text;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Takes only what {@link #encode} writes, for one text is to have one form. */
  private static Optional<byte[]> decode(String sealed) {
    if (sealed.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(sealed);
      return encode(bytes).equals(sealed) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
