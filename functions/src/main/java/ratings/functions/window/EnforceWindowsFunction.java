package ratings.functions.window;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import ratings.aws.Clients;
import ratings.aws.Environment;
import ratings.aws.ExportStores;
import ratings.aws.Retries;
import ratings.aws.SnsMails;
import ratings.aws.Tables;
import ratings.domain.export.Restarts;
import ratings.domain.notification.Digests;
import ratings.domain.rating.Deadlines;
import ratings.http.Json;

/**
 * Closes the conversations whose windows are over, brings up low ratings that nobody was told of in
 * time, restarts exports that got lost, and mails digests of low ratings. That no late rating is
 * taken does not hang on it: the write itself sees to that.
 */
public final class EnforceWindowsFunction
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
  /** What a page takes at the very most, with every retry. */
  private static final int MILLIS_OF_A_PAGE = 20_000;

  private final Deadlines deadlines;
  private final Restarts restarts;
  private final Digests digests;

  public EnforceWindowsFunction() {
    this(Environment.ofProcess(), Tables.ofProcess(), Retries.whileSomebodyWaits());
  }

  private EnforceWindowsFunction(Environment environment, Tables tables, Retries retries) {
    this(
        tables.deadlines(),
        new Restarts(
            tables.overdueExports(),
            new ExportStores(environment, retries).queue(),
            tables.clock()),
        new Digests(
            tables.brake(),
            tables.alertLog(),
            new SnsMails(Clients.sns(), environment.alertMailTopic(), retries),
            tables.clock()));
  }

  EnforceWindowsFunction(Deadlines deadlines, Restarts restarts, Digests digests) {
    this.deadlines = deadlines;
    this.restarts = restarts;
    this.digests = digests;
  }

  /** Each is looked after even if the others cannot be: none waits for another's faults. */
  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> schedule, Context context) {
    var figures = new LinkedHashMap<String, Integer>();
    try {
      var swept = deadlines.sweep(() -> context.getRemainingTimeInMillis() > MILLIS_OF_A_PAGE);
      figures.put("closed", swept.closed());
      figures.put("moved", swept.moved());
      figures.put("left", swept.left());
      figures.put("reminded", swept.reminded());
    } finally {
      lookAfterTheRest(figures, context);
    }
    return figures;
  }

  private void lookAfterTheRest(Map<String, Integer> figures, Context context) {
    try {
      figures.put("restarted", restarts.restart());
    } finally {
      try {
        figures.put("digests", digests.send());
      } finally {
        context.getLogger().log(Json.line(figures));
      }
    }
  }
}
