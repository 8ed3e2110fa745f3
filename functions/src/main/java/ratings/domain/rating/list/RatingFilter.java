package ratings.domain.rating.list;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ratings.domain.document.Reading;
import ratings.domain.document.Timestamp;

/**
 * Which rows are wanted: those for which every condition holds (R60). The list and the export ask
 * the same filter, so that they agree.
 */
public final class RatingFilter {
  /** Every row is wanted. */
  public static final RatingFilter NONE = new RatingFilter(List.of());

  private final List<Condition> conditions;

  RatingFilter(List<Condition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /**
   * Reads {@code field=value} and {@code field[operator]=value}, all of which must hold; {@code
   * field=value} is {@code field[eq]=value}. The same field and operator may stand there once, and
   * blank text is nothing asked for, as everywhere. {@code in} takes up to 100 values; {@code eq},
   * {@code ne} and {@code in} compare exactly, {@code contains} and {@code starts} without regard
   * to case. {@code ne} is also true of rows that have no value. {@code before} and {@code after}
   * leave the asked instant out.
   */
  public static Reading<RatingFilter> read(Collection<Map.Entry<String, String>> parameters) {
    var reader = new FilterReader();
    parameters.forEach(parameter -> reader.read(parameter.getKey(), parameter.getValue()));
    return reader.filter();
  }

  public boolean matches(ListedRating row) {
    return conditions.stream().allMatch(condition -> condition.holds(row));
  }

  /** The only users whose rows can match, or nothing where the filter asks for none. */
  public Optional<SequencedSet<String>> users() {
    return only(Column.USER);
  }

  /** The only teammates whose rows can match, or nothing where the filter asks for none. */
  public Optional<SequencedSet<String>> teammates() {
    return only(Column.TEAMMATE);
  }

  /** The only conversations whose rows can match, or nothing where the filter asks for none. */
  public Optional<SequencedSet<String>> conversations() {
    return only(Column.CONVERSATION);
  }

  /** When rows that match can have been recorded. */
  public TimeRange recorded() {
    var range = new TimeRange(Timestamp.EARLIEST, Timestamp.LATEST);
    for (var condition : conditions) {
      range = condition.column().equals(Column.RECORDED) ? condition.within(range) : range;
    }
    return range;
  }

  /** The same text for the same filter, whatever the order of its conditions. */
  public String canonical() {
    return conditions.stream()
        .map(Condition::canonical)
        .sorted()
        .collect(Collectors.joining("\u0000"));
  }

  private Optional<SequencedSet<String>> only(Column column) {
    return conditions.stream()
        .filter(condition -> condition.column().equals(column) && condition.narrows())
        .map(condition -> (SequencedSet<String>) new TreeSet<>(condition.asked()))
        .reduce(
            (one, other) -> {
              one.retainAll(other);
              return one;
            });
  }
}
