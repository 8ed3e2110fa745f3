package ratings.domain.rating.list;

import java.time.Instant;
import java.util.List;

/**
 * One condition on one column.
 *
 * @param asked canonical values, in their order; several only with {@code in}
 */
record Condition(Column column, Operator operator, List<String> asked) {
  Condition {
    asked = asked.stream().sorted().distinct().toList();
  }

  boolean holds(ListedRating row) {
    return operator.holds(column.values().apply(row).toList(), asked);
  }

  /** Whether a row must have one of the values asked for. */
  boolean narrows() {
    return operator == Operator.EQ || operator == Operator.IN;
  }

  /** What this condition on a time leaves of a range. */
  TimeRange within(TimeRange range) {
    return switch (operator) {
      case BEFORE -> range.until(time().minusMillis(1));
      case AFTER -> range.since(time().plusMillis(1));
      case EQ -> range.since(time()).until(time());
      case NE, IN, LT, LTE, GT, GTE, CONTAINS, STARTS, EXISTS -> range;
    };
  }

  /** The same text for the same condition, however it was written. */
  String canonical() {
    return column.name() + "[" + operator.code() + "]=" + String.join(",", asked);
  }

  private Instant time() {
    return Instant.parse(asked.getFirst());
  }
}
