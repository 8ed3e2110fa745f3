package ratings.local.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange (RFC 7636): whoever began may finish, and only by SHA-256. */
public record Challenge(String text) {
  static final String METHOD = "S256";

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  boolean isHash() {
    return HASH.matcher(text).matches();
  }

  boolean isMetBy(String verifier) {
    return VERIFIER.matcher(verifier).matches()
        && MessageDigest.isEqual(bytes(hash(verifier)), bytes(text));
  }

  private static String hash(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes(verifier));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
