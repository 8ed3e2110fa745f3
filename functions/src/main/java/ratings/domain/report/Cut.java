package ratings.domain.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.document.Shape;

/** What a report can be divided by (R36, R37, R99, R101). */
public enum Cut {
  DAY,
  TEAMMATE,
  TEAM,
  LINE,
  CHANNEL,
  BOT,
  SURVEY;

  /** By name, as {@code teammate}. */
  public static final Shape<Cut> SHAPE = Shape.oneOf(List.of(values()), Cut::code);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which group a cell is of; nothing for that of conversations that had no such thing. */
  Optional<String> key(Cell cell) {
    var combination = cell.combination();
    return switch (this) {
      case DAY -> Optional.of(cell.day().toString());
      case TEAMMATE -> combination.teammate();
      case TEAM -> combination.team();
      case LINE -> Optional.of(combination.line());
      case CHANNEL -> Optional.of(combination.channel());
      case BOT -> combination.bot();
      case SURVEY -> combination.survey();
    };
  }
}
