package ratings.aws;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import ratings.aws.RecountedSegment.Sums;
import ratings.domain.Unavailable;
import ratings.domain.report.Recount;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Recounts in DynamoDB, and folds, while ratings arrive.
 *
 * <p>Two things are looked at. That each conversation is counted as it is: its item is held against
 * its marker, and where that does not cover it, it is counted as the stream would have it counted,
 * over the marker; so nothing that arrives meanwhile can make it wrong. A conversation whose item
 * is gone is what its marker says. And that the sums are those of the markers: not as they are now,
 * for they change, but as they were at the end of a day. Cells are kept by the day on which they
 * were written, and markers keep what they said before their last day, so that both still know it,
 * and the difference is exact. Sums that are replaced are replaced up to that day, as if folded;
 * what was written since stays beside them.
 *
 * <p>It reads the whole table, in pages: about 0.15 read units for each conversation.
 */
public final class DynamoRecount implements Recount {
  /** A day is over for every writer so long after midnight: no write takes as long. */
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;
  private final DynamoTally tally;
  private final TallyFolding folding;

  public DynamoRecount(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
    this.tally = new DynamoTally(dynamo, table, clock, retries);
    this.folding = new TallyFolding(dynamo, table, retries);
  }

  @Override
  public Map<String, Finding> run(Set<String> replacing, BooleanSupplier mayGoOn) {
    var until =
        LocalDate.ofInstant(clock.instant().minus(LONGEST_WRITE), ZoneOffset.UTC).minusDays(1);
    var replaced = replacing.stream().map(Keys::workspace).collect(toSet());
    var findings = new TreeMap<String, Finding>();
    scan(until, mayGoOn)
        .forEach(
            (workspace, sums) ->
                findings.put(
                    workspace, compare(workspace, sums, until, replaced.contains(workspace))));
    return findings;
  }

  private Map<String, Sums> scan(LocalDate until, BooleanSupplier mayGoOn) {
    ConcurrentMap<String, ZoneId> zones = new ConcurrentHashMap<>();
    var segment =
        new RecountedSegment(
            tally, workspace -> zones.computeIfAbsent(workspace, this::zone), until);
    var scan = ScanRequest.builder().tableName(table);
    ScanResponse page;
    do {
      if (!mayGoOn.getAsBoolean()) {
        throw new Unavailable("there is no time left to recount", null);
      }
      page = retries.call(() -> dynamo.scan(scan.build()));
      page.items().forEach(segment::see);
      scan.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey());
    return segment.end();
  }

  private ZoneId zone(String workspaceKey) {
    var key = WorkspaceItem.ofKey(workspaceKey);
    return WorkspaceItem.settings(
            retries.call(() -> dynamo.getItem(get -> get.tableName(table).key(key)).item()))
        .timeZone();
  }

  private Finding compare(String workspace, Sums sums, LocalDate until, boolean replacing) {
    long drift = 0;
    for (var month : sums.months()) {
      var recounted = sums.sums().of(month);
      var counted = TallyMonth.read(dynamo, table, retries, new MonthKey(workspace, month));
      long different = counted.differences(recounted, until);
      drift += different;
      if (replacing && different > 0) {
        folding.replace(counted, until, recounted);
      } else {
        folding.fold(counted, until);
      }
    }
    return new Finding(sums.conversations(), sums.mended(), drift, replacing && drift > 0);
  }
}
