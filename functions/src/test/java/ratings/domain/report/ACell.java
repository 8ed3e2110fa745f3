package ratings.domain.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import ratings.domain.score.Scale;

/** Makes cells: of one day, line and channel, where nothing else is said. */
public record ACell(LocalDate day, Combination combination, Optional<String> name, Counts counts) {
  public static ACell of(Scale scale) {
    return new ACell(
        LocalDate.of(2026, 11, 21),
        new Combination(
            "support",
            "telegram",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            scale),
        Optional.empty(),
        Counts.NONE);
  }

  public ACell on(String day) {
    return new ACell(LocalDate.parse(day), combination, name, counts);
  }

  public ACell line(String line) {
    var it = combination;
    return with(
        new Combination(
            line, it.channel(), it.team(), it.teammate(), it.bot(), it.survey(), it.scale()));
  }

  public ACell by(String teammate, String called, String team) {
    var it = combination;
    var others =
        new Combination(
            it.line(),
            it.channel(),
            Optional.of(team),
            Optional.of(teammate),
            it.bot(),
            it.survey(),
            it.scale());
    return new ACell(day, others, Optional.of(called), counts);
  }

  /** So many more who were asked and did not answer. */
  public ACell silent(long times) {
    return plus(new Counts(times, times, 0, 0, 0, new TreeMap<>()));
  }

  /** So many more who gave that score. */
  public ACell scored(int score, long times) {
    var scores = new TreeMap<Integer, Long>();
    scores.put(score, times);
    return plus(new Counts(times, times, times, 0, 0, scores));
  }

  /** How many of them said that their issue was resolved, or was not. */
  public ACell resolved(long yes, long no) {
    return plus(new Counts(0, 0, 0, yes, no, new TreeMap<>()));
  }

  public Cell make() {
    return new Cell(day, combination, counts, name);
  }

  private ACell with(Combination others) {
    return new ACell(day, others, name, counts);
  }

  private ACell plus(Counts more) {
    return new ACell(day, combination, name, counts.plus(more));
  }
}
