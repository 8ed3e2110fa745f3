package ratings.aws;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ratings.domain.report.Combination;
import ratings.domain.score.Scale;

/**
 * Combinations as items hold them, as {@code stars5 support website north t1 - -}: what is absent
 * is a dash, and what anybody named is percent-encoded, a dash of theirs too.
 */
final class CombinationText {
  static final int PARTS = 7;

  private static final String ABSENT = "-";

  private CombinationText() {}

  static String write(Combination combination) {
    return String.join(
        " ",
        combination.scale().code(),
        encoded(combination.line()),
        encoded(combination.channel()),
        part(combination.team()),
        part(combination.teammate()),
        part(combination.bot()),
        part(combination.survey()));
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Combination read(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("no combination");
    }
    return new Combination(
        decoded(parts[1]),
        decoded(parts[2]),
        part(parts[3]),
        part(parts[4]),
        part(parts[5]),
        part(parts[6]),
        Scale.of(parts[0]).orElseThrow(() -> new IllegalArgumentException("no scale")));
  }

  private static String part(Optional<String> value) {
    return value.map(CombinationText::encoded).orElse(ABSENT);
  }

  private static Optional<String> part(String text) {
    return Optional.of(text).filter(part -> !part.equals(ABSENT)).map(CombinationText::decoded);
  }

  private static String encoded(String value) {
    return value.equals(ABSENT) ? "%2D" : URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
