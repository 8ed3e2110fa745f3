package ratings.domain.rating.list;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * How a filter compares what a row has in a column, which is no value, one, or several, with what
 * is asked for. All values are canonical text, ordered as what they stand for (see {@link Kind}).
 */
enum Operator {
  EQ,
  /** No value is the one asked for: rows without a value match. */
  NE,
  IN,
  LT,
  LTE,
  GT,
  GTE,
  CONTAINS,
  STARTS,
  EXISTS,
  /** Earlier than, and not at. */
  BEFORE,
  /** Later than, and not at. */
  AFTER;

  /** The operator of a name on the wire, as {@code lte}. */
  static Optional<Operator> of(String code) {
    return Arrays.stream(values()).filter(operator -> operator.code().equals(code)).findFirst();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean holds(List<String> has, List<String> asked) {
    return switch (this) {
      case EQ, IN -> has.stream().anyMatch(asked::contains);
      case NE -> has.stream().noneMatch(asked::contains);
      case LT, BEFORE -> compares(has, asked, order -> order < 0);
      case LTE -> compares(has, asked, order -> order <= 0);
      case GT, AFTER -> compares(has, asked, order -> order > 0);
      case GTE -> compares(has, asked, order -> order >= 0);
      case CONTAINS -> has.stream().anyMatch(v -> CaseFolding.fold(v).contains(asked.getFirst()));
      case STARTS -> has.stream().anyMatch(v -> CaseFolding.fold(v).startsWith(asked.getFirst()));
      case EXISTS -> has.isEmpty() != Boolean.parseBoolean(asked.getFirst());
    };
  }

  private static boolean compares(List<String> has, List<String> asked, IntPredicate order) {
    return has.stream().anyMatch(value -> order.test(value.compareTo(asked.getFirst())));
  }
}
