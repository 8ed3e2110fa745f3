package ratings.domain.rating.list;

import static ratings.domain.rating.list.Operator.AFTER;
import static ratings.domain.rating.list.Operator.BEFORE;
import static ratings.domain.rating.list.Operator.CONTAINS;
import static ratings.domain.rating.list.Operator.EQ;
import static ratings.domain.rating.list.Operator.EXISTS;
import static ratings.domain.rating.list.Operator.GT;
import static ratings.domain.rating.list.Operator.GTE;
import static ratings.domain.rating.list.Operator.IN;
import static ratings.domain.rating.list.Operator.LT;
import static ratings.domain.rating.list.Operator.LTE;
import static ratings.domain.rating.list.Operator.NE;
import static ratings.domain.rating.list.Operator.STARTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import ratings.domain.document.Text;
import ratings.domain.document.Timestamp;

/**
 * What the values of a column are, and so which operators make sense for it. Every column can be
 * asked whether a row has it, and for one value; several values are for what has no commas in it.
 *
 * @param expected what a value must be, for people
 * @param operators that a column of this kind takes
 * @param canonical the one text for each value, ordered as the values are; nothing for what is no
 *     value
 */
record Kind(
    String expected, Set<Operator> operators, Function<String, Optional<String>> canonical) {
  private static final int HIGHEST_SCORE = 10;
  private static final Pattern SCORES = Pattern.compile("[0-9]{1,2}");

  static final Kind ID =
      new Kind(
          "must be 1-256 printable characters without white space",
          Set.of(EQ, NE, IN, EXISTS),
          text -> Optional.of(text).filter(Text::isId));

  /** A name that things are grouped by: chosen from few, yet free text. */
  static final Kind LABEL =
      new Kind(
          "must be text without control characters",
          Set.of(EQ, NE, IN, CONTAINS, STARTS, EXISTS),
          Kind::clean);

  static final Kind TEXT =
      new Kind(
          "must be text without control characters",
          Set.of(EQ, NE, CONTAINS, STARTS, EXISTS),
          Kind::clean);

  static final Kind SCORE =
      new Kind(
          "must be a whole number from 0 to " + HIGHEST_SCORE,
          Set.of(EQ, NE, IN, LT, LTE, GT, GTE, EXISTS),
          Kind::score);

  static final Kind FLAG =
      new Kind(
          "must be true or false",
          Set.of(EQ, NE, EXISTS),
          text -> Optional.of(text).filter(t -> t.equals("true") || t.equals("false")));

  static final Kind TIME =
      new Kind(
          "must be an RFC 3339 time, as 2026-11-21T09:30:00.000Z",
          Set.of(EQ, NE, BEFORE, AFTER, EXISTS),
          text -> Timestamp.parse(text).map(Timestamp::format));

  static Kind oneOf(List<String> codes) {
    return new Kind(
        "must be one of " + String.join(", ", codes),
        Set.of(EQ, NE, IN, EXISTS),
        text -> Optional.of(text).filter(codes::contains));
  }

  /** What is asked for by an operator, canonical, or nothing where it is of the wrong kind. */
  Optional<String> asked(Operator operator, String text) {
    return switch (operator) {
      case EXISTS -> FLAG.canonical.apply(text);
      case CONTAINS, STARTS -> canonical.apply(text).map(CaseFolding::fold);
      case EQ, NE, IN, LT, LTE, GT, GTE, BEFORE, AFTER -> canonical.apply(text);
    };
  }

  /** A score as this kind's canonical text. */
  static String score(int score) {
    return score < HIGHEST_SCORE ? "0" + score : Integer.toString(score);
  }

  /** A time as this kind's canonical text. */
  static String time(Instant instant) {
    return Timestamp.format(instant);
  }

  private static Optional<String> clean(String text) {
    return Text.flaw(text).isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> score(String text) {
    return SCORES.matcher(text).matches()
        ? Optional.of(Integer.parseInt(text))
            .filter(score -> score <= HIGHEST_SCORE)
            .map(Kind::score)
        : Optional.empty();
  }
}
