package ratings.functions.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ratings.aws.Clients;
import ratings.aws.DynamoExports;
import ratings.aws.DynamoRatingPages;
import ratings.aws.Environment;
import ratings.aws.ExportStores;
import ratings.aws.Retries;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.export.Measures;
import ratings.domain.export.Shift;
import ratings.http.Json;

/**
 * Writes the files of exports, one ticket of the queue after the other. A ticket is brought again
 * only if its run fails: one whose export another run is at is done, for the schedule restarts what
 * gets lost.
 */
public final class RunExportFunction implements RequestStreamHandler {
  /** Time kept back at the end of a run: to send the part that is under way, and to hand over. */
  private static final Duration LONGEST_RESERVE = Duration.ofSeconds(45);

  private final ExportRun run;

  public RunExportFunction() {
    this(Environment.ofProcess(), Retries.inTheBackground());
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

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var givenUp = new ArrayList<String>();
    for (var ticket : QueueEvent.read(in).tickets()) {
      var outcome = run.run(ticket, shift(context));
      context.getLogger().log(line(ticket, outcome));
      if (outcome == Outcome.GIVEN_UP) {
        givenUp.add(ticket.export());
      }
    }
    tell(givenUp);
    out.write(QueueEvent.nothingAgain());
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
    var line =
        Map.of(
            "export", ticket.export(),
            "hop", ticket.hop(),
            "outcome", outcome);
    return (new String(Json.write(line), StandardCharsets.UTF_8) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
