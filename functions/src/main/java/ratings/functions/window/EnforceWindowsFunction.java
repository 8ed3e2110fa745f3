package ratings.functions.window;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import ratings.aws.Tables;
import ratings.domain.rating.Deadlines;
import ratings.http.Json;

/**
 * Closes the conversations whose windows are over, and brings up low ratings that nobody was told
 * of in time. That no late rating is taken does not hang on it: the write itself sees to that.
 */
public final class EnforceWindowsFunction
    implements RequestHandler<ScheduledEvent, Map<String, Integer>> {
  /** What a page takes at the very most, with every retry. */
  private static final int MILLIS_OF_A_PAGE = 10_000;

  private final Deadlines deadlines;

  public EnforceWindowsFunction() {
    this(Tables.ofProcess().deadlines());
  }

  EnforceWindowsFunction(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
    var swept = deadlines.sweep(() -> context.getRemainingTimeInMillis() > MILLIS_OF_A_PAGE);
    var figures = figures(swept);
    context.getLogger().log(new String(Json.write(figures), StandardCharsets.UTF_8) + "\n");
    return figures;
  }

  private static Map<String, Integer> figures(Deadlines.Swept swept) {
    var figures = new LinkedHashMap<String, Integer>();
    figures.put("closed", swept.closed());
    figures.put("moved", swept.moved());
    figures.put("left", swept.left());
    figures.put("reminded", swept.reminded());
    return figures;
  }
}
