package ratings.domain.report;

import java.util.Optional;
import java.util.function.Function;
import ratings.domain.score.Scale;

/** Which conversations a report is about: those that have every value that is given (R101). */
public record ReportFilter(
    Optional<String> line,
    Optional<String> channel,
    Optional<String> team,
    Optional<String> teammate,
    Optional<String> bot,
    Optional<String> survey,
    Optional<Scale> scale) {

  /** All that a teammate has the credit for (R21, R98). */
  public static ReportFilter ofTeammate(String teammate) {
    return new ReportFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(teammate),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  boolean takes(Combination combination) {
    return has(line, combination, it -> Optional.of(it.line()))
        && has(channel, combination, it -> Optional.of(it.channel()))
        && has(team, combination, Combination::team)
        && has(teammate, combination, Combination::teammate)
        && has(bot, combination, Combination::bot)
        && has(survey, combination, Combination::survey)
        && has(scale, combination, it -> Optional.of(it.scale()));
  }

  private static <T> boolean has(
      Optional<T> wanted, Combination combination, Function<Combination, Optional<T>> value) {
    return wanted.isEmpty() || wanted.equals(value.apply(combination));
  }
}
