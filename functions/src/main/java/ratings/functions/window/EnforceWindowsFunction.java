package ratings.functions.window;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import ratings.aws.Environment;
import ratings.aws.ExportStores;
import ratings.aws.Retries;
import ratings.aws.Tables;
import ratings.domain.export.Restarts;
import ratings.domain.rating.Deadlines;
import ratings.http.Json;

/**
 * Closes the conversations whose windows are over, brings up low ratings that nobody was told of in
 * time, and restarts exports that got lost. That no late rating is taken does not hang on it: the
 * write itself sees to that.
 */
public final class EnforceWindowsFunction
    implements RequestHandler<ScheduledEvent, Map<String, Integer>> {
  /** What a page takes at the very most, with every retry. */
  private static final int MILLIS_OF_A_PAGE = 20_000;

  private final Deadlines deadlines;
  private final Restarts restarts;

  public EnforceWindowsFunction() {
    this(
        Tables.ofProcess(),
        new ExportStores(Environment.ofProcess(), Retries.whileSomebodyWaits()));
  }

  private EnforceWindowsFunction(Tables tables, ExportStores stores) {
    this(tables.deadlines(), new Restarts(tables.overdueExports(), stores.queue(), tables.clock()));
  }

  EnforceWindowsFunction(Deadlines deadlines, Restarts restarts) {
    this.deadlines = deadlines;
    this.restarts = restarts;
  }

  /** Exports are looked after even if windows cannot be: neither waits for the other's faults. */
  @Override
  public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
    var figures = new LinkedHashMap<String, Integer>();
    try {
      var swept = deadlines.sweep(() -> context.getRemainingTimeInMillis() > MILLIS_OF_A_PAGE);
      figures.put("closed", swept.closed());
      figures.put("moved", swept.moved());
      figures.put("left", swept.left());
      figures.put("reminded", swept.reminded());
    } finally {
      figures.put("restarted", restarts.restart());
      context.getLogger().log(new String(Json.write(figures), StandardCharsets.UTF_8) + "\n");
    }
    return figures;
  }
}
