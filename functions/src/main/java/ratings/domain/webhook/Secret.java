package ratings.domain.webhook;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a webhook's messages are signed with: 32 random bytes that its owner sees once. It prints
 * nothing of itself.
 */
public final class Secret {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** One that nobody knows yet; drawn from the system, for a snapshot may be restored twice. */
  public static Secret make() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(bytes);
  }

  /** One that was kept. */
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** As its owner is shown it, by the Standard Webhooks scheme. */
  public String shown() {
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && Arrays.equals(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
