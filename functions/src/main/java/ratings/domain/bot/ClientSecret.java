package ratings.domain.bot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a client's tokens are signed with: 32 random bytes, written as 64 hexadecimal digits that
 * the client sees once. The digits themselves are the key, as every library and openssl take it,
 * and long enough for each algorithm. It prints nothing of itself.
 */
public final class ClientSecret {
  private static final int BYTES = 32;

  private final String digits;

  private ClientSecret(String digits) {
    this.digits = digits;
  }

  /** One that nobody knows yet; drawn from the system, for a snapshot may be restored twice. */
  public static ClientSecret make() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return of(bytes);
  }

  /** One that was kept. */
  public static ClientSecret of(byte[] bytes) {
    return new ClientSecret(HexFormat.of().formatHex(bytes));
  }

  /** As it is kept. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(digits);
  }

  /** As it signs. */
  public byte[] key() {
    return digits.getBytes(StandardCharsets.US_ASCII);
  }

  /** As its client is shown it. */
  public String shown() {
    return digits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClientSecret secret && MessageDigest.isEqual(key(), secret.key());
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
