package ratings.functions.window;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;
import ratings.aws.Tables;
import ratings.domain.rating.Deadlines;

/**
 * Closes the conversations whose windows are over. That no late rating is taken does not hang on
 * it: the write itself sees to that.
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
    context.getLogger().log(line(swept));
    return Map.of("closed", swept.closed(), "moved", swept.moved(), "left", swept.left());
  }

  private static String line(Deadlines.Swept swept) {
    return "{\"closed\":"
        + swept.closed()
        + ",\"moved\":"
        + swept.moved()
        + ",\"left\":"
        + swept.left()
        + "}\n";
  }
}
