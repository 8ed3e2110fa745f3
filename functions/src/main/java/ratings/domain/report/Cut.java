package ratings.domain.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import ratings.domain.document.Shape;

/** What a report can be divided by (R36, R37, R99, R101). */
public enum Cut {
  DAY(cell -> Optional.of(cell.day().toString())),
  TEAMMATE(cell -> cell.combination().teammate()),
  TEAM(cell -> cell.combination().team()),
  LINE(cell -> Optional.of(cell.combination().line())),
  CHANNEL(cell -> Optional.of(cell.combination().channel())),
  BOT(cell -> cell.combination().bot()),
  SURVEY(cell -> cell.combination().survey());

  /** By name, as {@code teammate}. */
  public static final Shape<Cut> SHAPE = Shape.oneOf(List.of(values()), Cut::code);

  private final Function<Cell, Optional<String>> key;

  Cut(Function<Cell, Optional<String>> key) {
    this.key = key;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which group a cell is of; nothing for that of conversations that had no such thing. */
  Optional<String> key(Cell cell) {
    return key.apply(cell);
  }
}
