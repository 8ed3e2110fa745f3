package ratings.functions.tally;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.aws.Clients;
import ratings.aws.Environment;
import ratings.aws.Retries;
import ratings.aws.S3Failures;
import ratings.aws.Tables;
import ratings.domain.Failures;
import ratings.domain.Unavailable;
import ratings.domain.report.Sighting;
import ratings.domain.report.Tally;
import ratings.domain.report.Tally.Outcome;
import ratings.functions.tally.TallyEvent.Content;
import ratings.functions.tally.TallyEvent.Record;
import ratings.http.Json;

/** Counts conversations as the table's stream tells of them. */
public final class TallyFunction implements RequestStreamHandler {
  private final Tally tally;
  private final Failures failures;

  public TallyFunction() {
    this(Environment.ofProcess(), Tables.ofProcess());
  }

  private TallyFunction(Environment environment, Tables tables) {
    this(
        tables.tally(),
        new S3Failures(
            Clients.s3(environment.s3Endpoint().isPresent(), Duration.ofSeconds(5)),
            environment.failureBucket(),
            Retries.whileSomebodyWaits()));
  }

  TallyFunction(Tally tally, Failures failures) {
    this.tally = tally;
    this.failures = failures;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var records = TallyEvent.read(in).records();
    var outcomes = tally.count(sightings(records));
    var again = new ArrayList<Record>();
    int aside = 0;
    for (var record : records) {
      switch (settled(record, outcomes)) {
        case COUNTED -> {}
        case LATER -> again.add(record);
        case NEVER -> aside++;
      }
    }
    context.getLogger().log(line(outcomes, again.size(), aside));
    out.write(TallyEvent.again(again));
  }

  private static List<Sighting> sightings(List<Record> records) {
    return records.stream().flatMap(record -> record.sighting().stream()).toList();
  }

  /** What never will be counted is put aside; the recount finds it once it can be. */
  private Outcome settled(Record record, Map<String, Outcome> outcomes) {
    var outcome =
        switch (record.content()) {
          case Content.Seen(var sighting) -> outcomes.getOrDefault(sighting.key(), Outcome.LATER);
          case Content.Nothing() -> Outcome.COUNTED;
          case Content.Unreadable() -> Outcome.NEVER;
        };
    return outcome == Outcome.NEVER ? aside(record) : outcome;
  }

  private Outcome aside(Record record) {
    try {
      failures.keep("TallyFunction/" + record.id() + ".json", record.json());
      return Outcome.NEVER;
    } catch (Unavailable e) {
      return Outcome.LATER;
    }
  }

  private static byte[] line(Map<String, Outcome> outcomes, int again, int aside) {
    var figures = new LinkedHashMap<String, Integer>();
    figures.put("conversations", outcomes.size());
    figures.put("again", again);
    figures.put("aside", aside);
    return Json.line(figures);
  }
}
