package ratings.functions.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.Environment;
import ratings.aws.Retries;
import ratings.aws.S3Failures;
import ratings.aws.SnsAlerts;
import ratings.aws.Tables;
import ratings.domain.Failures;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alerts.Outcome;
import ratings.domain.alert.Announcer;
import ratings.domain.alert.Notices;
import ratings.functions.relay.StreamEvent.Change;
import ratings.http.Json;
import ratings.http.Primed;

/** Announces the low ratings that a stream tells of. */
public final class RelayFunction implements RequestStreamHandler, Primed {
  private final Announcer announcer;
  private final Notices notices;
  private final Failures failures;

  public RelayFunction() {
    this(Environment.ofProcess(), Retries.whileSomebodyWaits(), Tables.ofProcess().notices());
    Core.getGlobalContext().register(this);
  }

  private RelayFunction(Environment environment, Retries retries, Notices notices) {
    this(
        new Announcer(
            notices,
            new SnsAlerts(Clients.sns(), environment.lowRatingTopic(), retries, AlertView::json)),
        notices,
        new S3Failures(
            Clients.s3(environment.s3Endpoint().isPresent(), Duration.ofSeconds(5)),
            environment.failureBucket(),
            retries));
  }

  RelayFunction(Announcer announcer, Notices notices, Failures failures) {
    this.announcer = announcer;
    this.notices = notices;
    this.failures = failures;
  }

  /** Looks for what waits at a conversation that nobody has, and finds nothing to announce. */
  @Override
  public Map<String, Outcome> prime() throws IOException {
    var changes = StreamEvent.read(StreamEvent.ofNobody()).changes();
    return announcer.announce(keys(changes));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var changes = StreamEvent.read(in).changes();
    var outcomes = announcer.announce(keys(changes));
    var again = new ArrayList<Change>();
    int aside = 0;
    for (var change : changes) {
      switch (settled(change, outcomes)) {
        case SENT -> {}
        case LATER -> again.add(change);
        case NEVER -> aside++;
      }
    }
    context.getLogger().log(line(outcomes, again.size(), aside));
    out.write(StreamEvent.again(again));
  }

  private static List<String> keys(List<Change> changes) {
    return changes.stream().flatMap(change -> change.key().stream()).toList();
  }

  /** What waits for nothing is as good as announced; what never will be is put aside. */
  private Outcome settled(Change change, Map<String, Outcome> outcomes) {
    var outcome =
        change.key().map(key -> outcomes.getOrDefault(key, Outcome.SENT)).orElse(Outcome.NEVER);
    return outcome == Outcome.NEVER ? aside(change) : outcome;
  }

  private Outcome aside(Change change) {
    try {
      failures.keep("RelayFunction/" + change.number() + ".json", change.json());
      change.key().ifPresent(notices::abandon);
      return Outcome.NEVER;
    } catch (Unavailable e) {
      return Outcome.LATER;
    }
  }

  private static byte[] line(Map<String, Outcome> outcomes, int again, int aside) {
    var figures = new LinkedHashMap<String, Integer>();
    figures.put("announced", Collections.frequency(outcomes.values(), Outcome.SENT));
    figures.put("again", again);
    figures.put("aside", aside);
    return (new String(Json.write(figures), StandardCharsets.UTF_8) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
