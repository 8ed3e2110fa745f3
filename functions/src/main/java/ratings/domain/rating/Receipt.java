package ratings.domain.rating;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a conversation remembers of a submission that carried an idempotency key, so that its retry
 * is answered as the first time.
 *
 * @param key 16-128 of {@code [A-Za-z0-9_-]}, scoped to the conversation
 * @param digest fingerprint of what was submitted
 * @param at when it was recorded: at the rating's own instant it created it, later it changed it
 */
public record Receipt(String key, String digest, Instant at) {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,128}");

  /** How many receipts a conversation keeps. */
  public static final int KEPT = 4;

  public Receipt {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  public static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /** 96 bits of SHA-256 over everything submitted but the token, in base64url. */
  public static String digest(Submission submitted) {
    var answer = submitted.answer();
    var customer = submitted.customer();
    // No text holds these separators, and what is absent is blank.
    var canonical =
        String.join(
            "\u0000",
            submitted.conversation(),
            Integer.toString(answer.score()),
            answer.feedback().orElse(""),
            answer.resolved().map(String::valueOf).orElse(""),
            String.join("\u0001", answer.reasons()),
            customer.userId().orElse(""),
            customer.userName().orElse(""),
            customer.botId().orElse(""),
            customer.language().orElse(""),
            submitted.messageId().orElse(""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
