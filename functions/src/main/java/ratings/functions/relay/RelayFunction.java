package ratings.functions.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import ratings.aws.SnsTopic;
import ratings.aws.SqsPostponed;
import ratings.aws.SqsReminders;
import ratings.aws.StreamedRating;
import ratings.aws.Tables;
import ratings.domain.Failures;
import ratings.domain.Unavailable;
import ratings.domain.conversation.RequestLinks;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.outbox.Announcer;
import ratings.domain.outbox.Cue;
import ratings.domain.outbox.Outbox;
import ratings.domain.outbox.Topic.Outcome;
import ratings.functions.relay.RelayEvent.Record;
import ratings.http.Json;
import ratings.http.Primed;

/**
 * Announces low ratings and sends requests to rate, as the table's stream tells of them, or a
 * reminder does of a request that had to wait; and tells of every rating where somebody listens.
 */
public final class RelayFunction implements RequestStreamHandler, Primed {
  private final Announcer announcer;
  private final Broadcast broadcast;
  private final Outbox outbox;
  private final Failures failures;

  public RelayFunction() {
    this(Environment.ofProcess(), Retries.whileSomebodyWaits(), Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  private RelayFunction(Environment environment, Retries retries, Tables tables) {
    this(
        announcer(environment, retries, tables),
        broadcast(environment, retries),
        tables.outbox(),
        new S3Failures(
            Clients.s3(environment.s3Endpoint().isPresent(), Duration.ofSeconds(5)),
            environment.failureBucket(),
            retries));
  }

  RelayFunction(Announcer announcer, Broadcast broadcast, Outbox outbox, Failures failures) {
    this.announcer = announcer;
    this.broadcast = broadcast;
    this.outbox = outbox;
    this.failures = failures;
  }

  private static Announcer announcer(Environment environment, Retries retries, Tables tables) {
    var sns = Clients.sns();
    var tokens = new RequestTokens(tables.signatures("link"));
    var requests = new RequestDocument(new RequestLinks(tokens, environment.pagesUrl()));
    return new Announcer(
        tables.outbox(),
        SnsTopic.ofAlerts(sns, environment.lowRatingTopic(), retries, AlertView::json),
        SnsTopic.ofRequests(sns, environment.ratingRequestTopic(), retries, requests::json),
        new SqsReminders(Clients.sqs(), environment.requestQueue(), retries),
        tables.clock());
  }

  private static Broadcast broadcast(Environment environment, Retries retries) {
    return new Broadcast(
        StreamedRating::of,
        environment
            .ratingEventTopic()
            .map(topic -> SnsTopic.ofEvents(Clients.sns(), topic, retries, RatingEventView::json)),
        new SqsPostponed(Clients.sqs(), environment.requestQueue(), retries));
  }

  /** Looks for what waits at a conversation that nobody has, and finds nothing to tell. */
  @Override
  public Map<String, Outcome> prime() throws IOException {
    return announcer.announce(cues(RelayEvent.read(RelayEvent.ofNobody()).records()));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var records = RelayEvent.read(in).records();
    var outcomes = announcer.announce(cues(records));
    var told = broadcast.publish(settledHere(records, outcomes));
    var again = new ArrayList<Record>();
    int aside = 0;
    for (var record : records) {
      switch (settled(record, outcomes, told)) {
        case SENT -> {}
        case LATER -> again.add(record);
        case NEVER -> aside++;
      }
    }
    context.getLogger().log(line(outcomes, again.size(), aside));
    out.write(RelayEvent.again(again));
  }

  private static List<Cue> cues(List<Record> records) {
    return records.stream()
        .filter(Record::mayWait)
        .flatMap(record -> record.cue().stream())
        .toList();
  }

  /** All before what a stream is to bring again, with all that comes behind it. */
  private static List<Record> settledHere(List<Record> records, Map<String, Outcome> outcomes) {
    return records.stream()
        .takeWhile(it -> it.queued() || announced(it, outcomes) != Outcome.LATER)
        .toList();
  }

  /** What waits for nothing is as good as told. */
  private static Outcome announced(Record record, Map<String, Outcome> outcomes) {
    return record
        .cue()
        .map(cue -> outcomes.getOrDefault(cue.key(), Outcome.SENT))
        .orElse(record.isPostponed() ? Outcome.SENT : Outcome.NEVER);
  }

  /** What never will be told is put aside; a change that will not says nothing of what waits. */
  private Outcome settled(Record record, Map<String, Outcome> outcomes, Map<String, Outcome> told) {
    var announced = announced(record, outcomes);
    var outcome = announced.and(told.getOrDefault(record.id(), Outcome.SENT));
    return outcome == Outcome.NEVER ? aside(record, announced == Outcome.NEVER) : outcome;
  }

  private Outcome aside(Record record, boolean unannounced) {
    try {
      failures.keep("RelayFunction/" + record.id() + ".json", record.json());
      record.cue().map(Cue::key).filter(_ -> unannounced).ifPresent(outbox::abandon);
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
    return Json.line(figures);
  }
}
