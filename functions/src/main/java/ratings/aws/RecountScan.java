package ratings.aws;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import ratings.aws.RecountedSegment.Sums;
import ratings.domain.Unavailable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads the whole table, in segments at once, so that it waits for several pages at a time: some 30
 * megabytes a second, as two processors make objects of them, and 1.2 of them are a thousand
 * conversations. Where one segment fails the others go on, and what they mend is mended.
 */
record RecountScan(DynamoDbClient dynamo, String table, Retries retries, DynamoTally tally) {
  private static final int SEGMENTS = 8;

  /**
   * Sums up all there is, by the workspaces' keys, as it was at the end of a day.
   *
   * @param mayGoOn asked before every page, by several threads
   * @throws Unavailable if DynamoDB would not have it, or it may not go on
   */
  Map<String, Sums> run(LocalDate until, BooleanSupplier mayGoOn) {
    ConcurrentMap<String, ZoneId> zones = new ConcurrentHashMap<>();
    var all = new HashMap<String, Sums>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var segments =
          IntStream.range(0, SEGMENTS)
              .mapToObj(number -> threads.submit(() -> segment(number, until, zones, mayGoOn)))
              .toList();
      for (var segment : segments) {
        outcome(segment)
            .forEach((key, sums) -> all.computeIfAbsent(key, _ -> new Sums()).add(sums));
      }
    }
    return all;
  }

  private Map<String, Sums> segment(
      int number, LocalDate until, ConcurrentMap<String, ZoneId> zones, BooleanSupplier mayGoOn) {
    var segment = new RecountedSegment(tally, key -> zones.computeIfAbsent(key, this::zone), until);
    var scan = ScanRequest.builder().tableName(table).segment(number).totalSegments(SEGMENTS);
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

  private static Map<String, Sums> outcome(Future<Map<String, Sums>> segment) {
    try {
      return segment.get();
    } catch (ExecutionException e) {
      throw new Unavailable("a part of the table was not recounted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while recounting", e);
    }
  }

  private ZoneId zone(String workspaceKey) {
    var key = WorkspaceItem.ofKey(workspaceKey);
    return WorkspaceItem.settings(
            retries.call(() -> dynamo.getItem(get -> get.tableName(table).key(key)).item()))
        .timeZone();
  }
}
