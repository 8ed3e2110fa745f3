package ratings.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import ratings.domain.alert.Alert;
import ratings.domain.conversation.ConversationId;
import ratings.domain.outbox.Announcer;
import ratings.domain.outbox.Cue;
import ratings.domain.outbox.Outbox;
import ratings.domain.outbox.RecordedTopic;
import ratings.domain.outbox.Sending;
import ratings.domain.outbox.Topic.Outcome;
import ratings.domain.outbox.Waiting;
import ratings.domain.outbox.Waiting.LowRating;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.Closings;
import ratings.domain.rating.Deadlines.Swept;
import ratings.domain.rating.VirtualClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table in which conversations are rated, and all that makes low ratings known. */
final class LowRatings {
  private static final Retries ONCE = new Retries(1, Duration.ofNanos(2), _ -> {});

  private final LocalTable table;
  private final DynamoDbClient writer;
  private final VirtualClock clock = new VirtualClock();
  private final RecordedTopic<Alert> alerts = new RecordedTopic<>();
  private final List<String> conversations = Collections.synchronizedList(new ArrayList<>());

  LowRatings(LocalTable table) {
    this(table, table.dynamo());
  }

  /** With a writer of ratings that may be broken. */
  LowRatings(LocalTable table, DynamoDbClient writer) {
    this.table = table;
    this.writer = writer;
  }

  static String key(String conversation) {
    return Keys.conversation(id(conversation));
  }

  Instant now() {
    return clock.instant();
  }

  void record(Attempts attempt) {
    conversations.add(attempt.conversation());
    ratings().record(attempt.make());
  }

  void recordSilently(Attempts attempt) {
    ratings().silent().record(attempt.make());
  }

  /** With a teammate, who has a responsible and a supervisor. */
  void close(String conversation) {
    var closing =
        Closings.at(now())
            .teammate("t1")
            .with("responsible", Map.of("id", "m1"))
            .with("supervisor", Map.of("id", "m2"));
    new DynamoConversations(table.dynamo(), table.name(), clock, ONCE)
        .close(Attempts.at(conversation).line(), id(conversation), closing.make());
  }

  /** Every conversation that was rated. */
  String[] conversations() {
    return conversations.stream().distinct().toArray(String[]::new);
  }

  Outbox outbox() {
    return new DynamoOutbox(table.dynamo(), table.name(), clock, ONCE);
  }

  List<Waiting> found(String... of) {
    return outbox().find(List.of(of).stream().map(LowRatings::key).toList());
  }

  LowRating waiting(String conversation) {
    return (LowRating) found(conversation).getFirst();
  }

  /** What is due after so long. */
  Swept after(Duration pause) {
    clock.advance(pause);
    return new DynamoDeadlines(table.dynamo(), table.name(), clock, ONCE).sweep(() -> true);
  }

  RecordedTopic<Alert> alerts() {
    return alerts;
  }

  List<Alert> published() {
    return alerts.published();
  }

  /** As if the stream had told of every conversation. */
  Map<String, Outcome> announceAll() {
    return announce(outbox(), conversations());
  }

  Map<String, Outcome> announce(Outbox by, String... of) {
    var cues = List.of(of).stream().map(LowRatings::key).map(Cue.Change::new).toList();
    return announcer(by).announce(cues);
  }

  private Announcer announcer(Outbox by) {
    var requests = new RecordedTopic<Sending>();
    return new Announcer(by, alerts, requests, (_, _) -> {}, clock);
  }

  void spoil(String conversation, String attribute, AttributeValue value) {
    var update = new Update().set(attribute, value);
    table
        .dynamo()
        .updateItem(
            update.request().tableName(table.name()).key(RatingItem.key(id(conversation))).build());
  }

  Map<String, AttributeValue> item(String conversation) {
    return table
        .dynamo()
        .getItem(get -> get.tableName(table.name()).key(RatingItem.key(id(conversation))))
        .item();
  }

  private DynamoRatings ratings() {
    return new DynamoRatings(writer, table.name(), clock, ONCE);
  }

  private static ConversationId id(String conversation) {
    return new ConversationId("acme", conversation);
  }
}
