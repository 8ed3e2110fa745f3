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
import java.util.Map;
import ratings.aws.Clients;
import ratings.aws.DynamoExports;
import ratings.aws.DynamoRatingPages;
import ratings.aws.Environment;
import ratings.aws.ExportStores;
import ratings.aws.Retries;
import ratings.domain.export.ExportRun;
import ratings.domain.export.ExportRun.Outcome;
import ratings.domain.export.Measures;
import ratings.domain.export.Shift;
import ratings.http.Json;

/** Writes the files of exports, one ticket of the queue after the other. */
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
    var again = new ArrayList<QueueEvent.Message>();
    for (var message : QueueEvent.read(in).messages()) {
      var outcome = run.run(message.ticket(), shift(context));
      if (outcome == Outcome.BUSY) {
        again.add(message);
      }
      context.getLogger().log(line(message, outcome));
    }
    out.write(QueueEvent.again(again));
  }

  private Shift shift(Context context) {
    var left = Duration.ofMillis(context.getRemainingTimeInMillis());
    var quarter = left.dividedBy(4);
    var reserve = quarter.compareTo(LONGEST_RESERVE) < 0 ? quarter : LONGEST_RESERVE;
    Instant end = run.clock().instant().plus(left);
    return new Shift(context.getAwsRequestId(), end.minus(reserve), end);
  }

  private static byte[] line(QueueEvent.Message message, Outcome outcome) {
    var line =
        Map.of(
            "export", message.ticket().export(),
            "hop", message.ticket().hop(),
            "outcome", outcome);
    return (new String(Json.write(line), StandardCharsets.UTF_8) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
