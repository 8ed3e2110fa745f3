package ratings.domain.rating;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import ratings.domain.document.Fingerprint;

/**
 * What a conversation remembers of a submission that carried an idempotency key, so that its retry
 * is answered as the first time.
 *
 * @param key 16-128 of {@code [A-Za-z0-9_-]}, scoped to the conversation
 * @param digest fingerprint of what was submitted
 * @param at when it was recorded: at the rating's own instant it created it, later it changed it
 */
public record Receipt(String key, String digest, Instant at) {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 128;

  /** How many receipts a conversation keeps. */
  public static final int KEPT = 4;

  public Receipt {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  public static boolean isKey(String key) {
    return key.length() >= SHORTEST
        && key.length() <= LONGEST
        && key.chars().allMatch(Receipt::isOfKey);
  }

  private static boolean isOfKey(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** Fingerprint of everything submitted but the token. */
  public static String digest(Submission submitted) {
    var answer = submitted.answer();
    var customer = submitted.customer();
    var content = new LinkedHashMap<String, Object>();
    content.put("conversation", submitted.conversation());
    content.put("score", answer.score());
    content.put("reasons", answer.reasons());
    answer.feedback().ifPresent(feedback -> content.put("feedback", feedback));
    answer.resolved().ifPresent(resolved -> content.put("resolved", resolved));
    customer.userId().ifPresent(user -> content.put("userId", user));
    customer.userName().ifPresent(name -> content.put("userName", name));
    customer.botId().ifPresent(bot -> content.put("botId", bot));
    customer.language().ifPresent(language -> content.put("language", language));
    submitted.messageId().ifPresent(message -> content.put("messageId", message));
    submitted
        .survey()
        .ifPresent(
            survey ->
                content.put(
                    "survey",
                    List.of(
                        survey.name(), survey.channel(), survey.scale().code(), survey.prompt())));
    return Fingerprint.of(content);
  }
}
