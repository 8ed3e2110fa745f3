package ratings.functions.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.DynamoExports;
import ratings.aws.DynamoRatingPages;
import ratings.aws.Environment;
import ratings.aws.ExportStores;
import ratings.aws.Retries;
import ratings.domain.export.ExportIds;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.export.Format;
import ratings.domain.export.Measures;
import ratings.domain.export.Order;
import ratings.domain.export.Shift;
import ratings.domain.export.Upload;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.Sort;
import ratings.http.Json;
import ratings.http.Primed;
import ratings.http.Rehearsal;

/**
 * Writes the files of exports, one ticket of the queue after the other. A ticket is brought again
 * only if its run fails: one whose export another run is at is done, for the schedule restarts what
 * gets lost.
 */
public final class RunExportFunction
    implements RequestHandler<Map<String, Object>, SQSBatchResponse>, Primed {
  /**
   * Time kept back at the end of a run: twenty seconds for the part that is under way, with every
   * retry, as many to put the rest aside, and the rest to hand over.
   */
  private static final Duration LONGEST_RESERVE = Duration.ofSeconds(60);

  private final ExportRun run;

  public RunExportFunction() {
    this(Environment.ofProcess(), Retries.inTheBackground());
    Core.getGlobalContext().register(this);
  }

  private RunExportFunction(Environment environment, Retries retries) {
    this(run(environment, retries, new ExportStores(environment, retries)));
  }

  RunExportFunction(ExportRun run) {
    this.run = run;
  }

  private static ExportRun run(Environment environment, Retries retries, ExportStores stores) {
    var dynamo = Clients.dynamo();
    var table = environment.ratingsTable();
    return new ExportRun(
        new DynamoExports(dynamo, table, retries),
        new DynamoRatingPages(dynamo, table, retries),
        stores.files(),
        stores.queue(),
        Formats::of,
        Measures.usual(),
        Clock.systemUTC(),
        Thread::startVirtualThread);
  }

  /** Goes through what only reads, for a workspace that nobody has. */
  @Override
  public Outcome prime() {
    var workspace = UUID.randomUUID().toString();
    var order = new Order(Map.of(), ZoneOffset.UTC, List.of(), Format.CSV, Rehearsal.ID);
    var oneRow = new PageQuery(workspace, order.rows(), Sort.OLDEST_FIRST, 1, Optional.empty());
    run.formats().apply(order).head();
    run.pages().read(oneRow);
    run.files().parts(new Upload(Rehearsal.ID, Rehearsal.ID));
    var now = run.clock().instant();
    var ticket = new Ticket(workspace, ExportIds.next(now, UUID.randomUUID()), 0);
    return run.run(ticket, new Shift(Rehearsal.ID, now, now));
  }

  @Override
  public SQSBatchResponse handleRequest(Map<String, Object> event, Context context) {
    var givenUp = new ArrayList<String>();
    for (var ticket : QueueEvent.from(event).tickets()) {
      var outcome = run.run(ticket, shift(context));
      context.getLogger().log(line(ticket, outcome));
      if (outcome == Outcome.GIVEN_UP) {
        givenUp.add(ticket.export());
      }
    }
    tell(givenUp);
    return new SQSBatchResponse(List.of());
  }

  /** By failing, which rings the alarm; the ticket comes once more and finds nothing to do. */
  private static void tell(List<String> givenUp) {
    if (!givenUp.isEmpty()) {
      throw new IllegalStateException("exports were given up: " + givenUp);
    }
  }

  private Shift shift(Context context) {
    var left = Duration.ofMillis(context.getRemainingTimeInMillis());
    var quarter = left.dividedBy(4);
    var reserve = quarter.compareTo(LONGEST_RESERVE) < 0 ? quarter : LONGEST_RESERVE;
    Instant end = run.clock().instant().plus(left);
    return new Shift(context.getAwsRequestId(), end.minus(reserve), end);
  }

  private static byte[] line(Ticket ticket, Outcome outcome) {
    return Json.line(
        Map.of(
            "export", ticket.export(),
            "hop", ticket.hop(),
            "outcome", outcome));
  }
}
