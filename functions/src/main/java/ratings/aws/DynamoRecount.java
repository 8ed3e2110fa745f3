package ratings.aws;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import ratings.aws.RecountedSegment.Sums;
import ratings.domain.Unavailable;
import ratings.domain.report.Recount;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Recounts in DynamoDB, and folds, while ratings arrive.
 *
 * <p>Two things are looked at. That each conversation is counted as it is: its item is held against
 * its marker, and where that does not cover it, it is counted as the stream would have it counted,
 * over the marker; so nothing that arrives meanwhile can make it wrong. A conversation whose item
 * is gone is what its marker says. And that the sums are those of the markers: not as they are now,
 * for they change, but as they were at the end of a day. Cells are kept by the day on which they
 * were written, and markers keep what they said before their last two days, so that both still know
 * it at any hour, and the difference is exact. Sums that are replaced are replaced up to that day,
 * as if folded; what was written since stays beside them.
 *
 * <p>Folding comes first, and goes through the months that the tally has noted, so that it is done
 * however large the table is.
 *
 * <p>It reads the whole table, in pages: about 0.15 read units for each conversation. What it has
 * no time left for is neither compared nor replaced, in any workspace, and it says so.
 */
public final class DynamoRecount implements Recount {
  /** A day is over for every writer so long after midnight: no write takes as long. */
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;
  private final UnfoldedMonths unfolded;
  private final TallyFolding folding;
  private final RecountScan scan;

  public DynamoRecount(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
    this.unfolded = new UnfoldedMonths(dynamo, table, retries);
    this.folding = new TallyFolding(dynamo, table, retries);
    this.scan =
        new RecountScan(dynamo, table, retries, new DynamoTally(dynamo, table, clock, retries));
  }

  @Override
  public Map<String, Finding> run(Set<String> replacing, BooleanSupplier mayGoOn) {
    var until =
        LocalDate.ofInstant(clock.instant().minus(LONGEST_WRITE), ZoneOffset.UTC).minusDays(1);
    fold(until, mayGoOn);
    var replaced = replacing.stream().map(Keys::workspace).collect(toSet());
    var recounted = scan.run(until, mayGoOn);
    if (!recounted.keySet().containsAll(replaced)) {
      throw new IllegalArgumentException(
          "nothing is counted of a workspace that is to be replaced");
    }
    var findings = new TreeMap<String, Finding>();
    recounted.forEach(
        (workspace, sums) ->
            findings.put(
                Keys.tenant(workspace).orElse(workspace),
                compare(workspace, sums, until, replaced.contains(workspace))));
    return findings;
  }

  private void fold(LocalDate until, BooleanSupplier mayGoOn) {
    for (var month : unfolded.until(until)) {
      if (!mayGoOn.getAsBoolean()) {
        throw new Unavailable("there is no time left to fold", null);
      }
      if (folding.fold(TallyMonth.read(dynamo, table, retries, month.month()), until)) {
        unfolded.forget(month);
      }
    }
  }

  private Finding compare(String workspace, Sums sums, LocalDate until, boolean replacing) {
    long drift = 0;
    long replaced = 0;
    for (var month : sums.months()) {
      var recounted = sums.sums().of(month);
      var counted = TallyMonth.read(dynamo, table, retries, new MonthKey(workspace, month));
      drift += counted.differences(recounted, until).size();
      if (replacing && sums.aside() == 0) {
        replaced += folding.replace(counted, until, recounted);
      }
    }
    return new Finding(sums.conversations(), sums.mended(), sums.aside(), drift, replaced);
  }
}
