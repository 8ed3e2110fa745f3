package ratings.local.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies messages as a receiver of Standard Webhooks does, knowing nothing of who signs them: the
 * signature first, then that the time is of the last five minutes.
 *
 * @param secrets as their owner was shown them
 */
record Verifier(Collection<String> secrets) {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  Verdict verdict(String id, String timestamp, String signatures, String body, Instant now) {
    if (id.isEmpty() || !timestamp.matches("\\d{1,12}") || signatures.isEmpty()) {
      return Verdict.UNSIGNED;
    }
    var signed = id + "." + timestamp + "." + body;
    if (secrets.stream().noneMatch(secret -> isAmong(signatures, sign(secret, signed)))) {
      return Verdict.FORGED;
    }
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    return age.compareTo(TOLERANCE) > 0 ? Verdict.STALE : Verdict.VERIFIED;
  }

  /** Whether a text is what a secret looks like. */
  static boolean isSecret(String text) {
    return text.matches(PREFIX + "[A-Za-z0-9+/]{32,}={0,2}");
  }

  private static boolean isAmong(String signatures, byte[] expected) {
    return Arrays.stream(signatures.split(" ", -1))
        .filter(signature -> signature.startsWith(VERSION))
        .map(signature -> signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8))
        .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
  }

  private static byte[] sign(String secret, String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
      return Base64.getEncoder().encode(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
