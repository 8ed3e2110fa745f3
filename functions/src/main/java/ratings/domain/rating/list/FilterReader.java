package ratings.domain.rating.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;

/** Collects the conditions of a filter, and everything that is wrong with them. */
final class FilterReader {
  private static final Pattern NAME = Pattern.compile("([A-Za-z]+)(?:\\[([a-z]+)])?");
  private static final int MOST_VALUES = 100;

  private final List<Condition> conditions = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** Reads one parameter of the form {@code field=value} or {@code field[operator]=value}. */
  void read(String name, String value) {
    var parts = NAME.matcher(name);
    var column = parts.matches() ? Column.named(parts.group(1)) : Optional.<Column>empty();
    if (column.isEmpty()) {
      violate(name, "is not a known field");
      return;
    }
    var operator = parts.group(2) == null ? Optional.of(Operator.EQ) : Operator.of(parts.group(2));
    operator
        .filter(column.get().kind().operators()::contains)
        .ifPresentOrElse(
            known -> read(name, column.get(), known, value),
            () -> violate(name, "is not an operator of this field"));
  }

  Reading<RatingFilter> filter() {
    return Reading.of(violations, () -> new RatingFilter(conditions));
  }

  private void read(String name, Column column, Operator operator, String value) {
    if (!seen.add(column.name() + operator)) {
      violate(name, "is asked for twice");
    } else if (!value.isBlank()) {
      var asked = operator == Operator.IN ? List.of(value.split(",", -1)) : List.of(value);
      var canonical = asked.stream().map(each -> column.kind().asked(operator, each)).toList();
      check(name, column, operator, canonical);
    }
  }

  private void check(
      String name, Column column, Operator operator, List<Optional<String>> canonical) {
    if (canonical.size() > MOST_VALUES) {
      violate(name, "may have at most " + MOST_VALUES + " values");
    } else if (canonical.stream().anyMatch(Optional::isEmpty)) {
      violate(name, operator == Operator.EXISTS ? Kind.FLAG.expected() : column.kind().expected());
    } else {
      var asked = canonical.stream().flatMap(Optional::stream).toList();
      conditions.add(new Condition(column, operator, asked));
    }
  }

  private void violate(String name, String detail) {
    violations.add(new Violation("/" + name.replace("~", "~0").replace("/", "~1"), detail));
  }
}
