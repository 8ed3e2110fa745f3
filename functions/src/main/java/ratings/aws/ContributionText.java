package ratings.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratings.domain.report.Contribution;
import ratings.domain.report.Counts;

/**
 * Contributions as a marker holds them, as {@code 2026-11-21 mi8vbqdc 1,1,1,0,0,4:1} and behind
 * that the combination: the day, the instant in milliseconds to the base of 36, and the counts with
 * those of scores last.
 */
final class ContributionText {
  private static final int BASE = 36;
  private static final int BEFORE_COMBINATION = 3;
  private static final int BEFORE_SCORES = 5;

  private ContributionText() {}

  static String write(Contribution contribution) {
    return String.join(
        " ",
        contribution.day().toString(),
        Long.toString(contribution.at().toEpochMilli(), BASE),
        counts(contribution.counts()),
        CombinationText.write(contribution.combination()));
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Contribution read(String text) {
    var parts = text.split(" ", BEFORE_COMBINATION + 1);
    if (parts.length != BEFORE_COMBINATION + 1) {
      throw new IllegalArgumentException("no contribution");
    }
    return new Contribution(
        Instant.ofEpochMilli(Long.parseLong(parts[1], BASE)),
        LocalDate.parse(parts[0]),
        CombinationText.read(parts[BEFORE_COMBINATION]),
        counts(parts[2]));
  }

  private static String counts(Counts counts) {
    var scores =
        counts.scores().entrySet().stream().map(each -> each.getKey() + ":" + each.getValue());
    return Stream.concat(
            Stream.of(
                    counts.asked(),
                    counts.delivered(),
                    counts.answered(),
                    counts.resolved(),
                    counts.unresolved())
                .map(Object::toString),
            scores)
        .collect(Collectors.joining(","));
  }

  private static Counts counts(String text) {
    var parts = text.split(",", -1);
    var scores = new TreeMap<Integer, Long>();
    Arrays.stream(parts)
        .skip(BEFORE_SCORES)
        .map(part -> part.split(":", 2))
        .forEach(score -> scores.put(Integer.valueOf(score[0]), Long.valueOf(score[1])));
    return new Counts(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        scores);
  }
}
