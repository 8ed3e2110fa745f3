package ratings.domain.bot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ratings.domain.document.Text;

/**
 * What a token says (RFC 7519, section 4), which holds only if it is signed.
 *
 * @param values by name, as a plain document has them
 */
public record Claims(Map<?, ?> values) {
  /** How far clocks may be apart. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
  private static final List<String> CLIENT = List.of("appId", "iss");
  private static final List<String> SCOPES = List.of("scope", "scopes");

  /** The client that it names: by {@code appId}, and only where there is none, by {@code iss}. */
  public Optional<String> client() {
    return CLIENT.stream()
        .filter(values::containsKey)
        .findFirst()
        .map(values::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(Text::isId);
  }

  /** Whether it is in force, as it has to say, and for that client's audience, if it has one. */
  public boolean hold(BotClient client, Instant now) {
    return values.containsKey("exp")
        && is("exp", later(now.minus(SKEW)))
        && is("nbf", earlier(now.plus(SKEW)))
        && is("iat", earlier(now.plus(SKEW)))
        && client.audience().filter(audience -> !isFor(audience)).isEmpty();
  }

  /**
   * Whether it may bring scores: a token need not name scopes, but narrows its client's by them.
   */
  public boolean bringFeedback() {
    return SCOPES.stream().noneMatch(values::containsKey)
        || SCOPES.stream().flatMap(this::scopes).anyMatch(BotClient.FEEDBACK_SCOPES::contains);
  }

  /** A list of scopes, or one scope that may have blanks, or several with blanks between them. */
  private Stream<String> scopes(String name) {
    return switch (values.get(name)) {
      case List<?> list -> list.stream().map(String::valueOf);
      case String text -> Stream.concat(Stream.of(text), Arrays.stream(text.split(" ")));
      case null, default -> Stream.of();
    };
  }

  private boolean isFor(String audience) {
    return values.get("aud") instanceof List<?> list
        ? list.contains(audience)
        : audience.equals(values.get("aud"));
  }

  /** Whether a time is as it has to be, if the token says it. */
  private boolean is(String name, Predicate<BigDecimal> right) {
    return !values.containsKey(name)
        || (values.get(name) instanceof BigDecimal seconds && right.test(seconds));
  }

  private static Predicate<BigDecimal> later(Instant than) {
    return seconds -> seconds.compareTo(seconds(than)) > 0;
  }

  private static Predicate<BigDecimal> earlier(Instant than) {
    return seconds -> seconds.compareTo(seconds(than)) <= 0;
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli()).divide(MILLIS);
  }
}
