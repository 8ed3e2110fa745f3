package ratings.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import ratings.aws.DynamoRecount;
import ratings.aws.DynamoTallies;
import ratings.aws.DynamoTally;
import ratings.aws.Retries;
import ratings.domain.conversation.Windows;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Standing;
import ratings.domain.report.Combination;
import ratings.domain.report.Cut;
import ratings.domain.report.Period;
import ratings.domain.report.ReportFilter;
import ratings.domain.report.ReportQuery;
import ratings.domain.report.Reports;
import ratings.domain.report.Sighting;
import ratings.domain.report.Tally.Outcome;
import ratings.domain.score.Scale;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Reports over a year of ratings that our own code has counted into DynamoDB Local and folded as
 * the nightly recount does: five kinds of conversations, that a year of few has as well as a year
 * of many.
 */
final class ReportGrowth {
  private static final int FEW = 1_000;
  private static final int TEAMMATES = 5;
  private static final int AT_ONCE = 50_000;
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(365);
  private static final Period YEAR =
      new Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"));
  private static final ReportFilter EVERYTHING =
      new ReportFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final DynamoDbClient dynamo;
  private final int many;
  private final Retries retries = Retries.inTheBackground();

  ReportGrowth(DynamoDbClient dynamo, int many) {
    this.dynamo = dynamo;
    this.many = many;
  }

  /** What a report of each consumes. */
  String consumed() {
    count("few", FEW);
    count("many", many);
    fold();
    return String.format(
        Locale.ROOT,
        "a year's report takes %s of %,d; %s of %,d",
        report("few", FEW),
        FEW,
        report("many", many),
        many);
  }

  private void count(String workspace, int count) {
    var tally = new DynamoTally(new CellsOnly(dynamo), Sample.TABLE, Clock.systemUTC(), retries);
    for (int from = 0; from < count; from += AT_ONCE) {
      var some =
          IntStream.range(from, Math.min(count, from + AT_ONCE))
              .mapToObj(number -> sighting(workspace, number, count))
              .toList();
      if (!Set.copyOf(tally.count(some).values()).equals(Set.of(Outcome.COUNTED))) {
        throw new IllegalStateException("not everything is counted");
      }
    }
  }

  private static Sighting sighting(String workspace, int number, int count) {
    var id = "c" + number;
    var at = FIRST.plus(LENGTH.multipliedBy(number).dividedBy(count));
    var windows = new Windows(Windows.OPEN, Windows.OPEN);
    var answer =
        new Answer(1 + number / TEAMMATES % 5, Optional.empty(), Optional.empty(), List.of());
    var rating = new Rating(id, answer, at, Optional.empty(), windows, Optional.empty());
    var combination =
        new Combination(
            Sample.WIDGET,
            "website",
            Optional.of("team-1"),
            Optional.of("teammate-" + number % TEAMMATES),
            Optional.empty(),
            Optional.empty(),
            Scale.STARS5);
    return new Sighting(
        "w#" + workspace + "#C#" + id,
        1,
        combination,
        Optional.of("Bo Diddley"),
        new Standing(
            Sample.WIDGET,
            Scale.STARS5,
            windows,
            Optional.of(at),
            false,
            Optional.empty(),
            false,
            Optional.of(rating),
            List.of()));
  }

  /** As it is done once the day is over on which they were counted. */
  private void fold() {
    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
    new DynamoRecount(dynamo, Sample.TABLE, later, retries).run(Set.of(), () -> true);
  }

  private String report(String workspace, long count) {
    var counted = new CountedReads(dynamo);
    var report =
        new Reports(new DynamoTallies(counted, Sample.TABLE, retries))
            .make(new ReportQuery(workspace, YEAR, EVERYTHING, Optional.of(Cut.TEAMMATE)));
    if (report.total().all().answered() != count || report.groups().size() != TEAMMATES) {
      throw new IllegalStateException("a report of " + report.total());
    }
    return counted.toString();
  }
}
