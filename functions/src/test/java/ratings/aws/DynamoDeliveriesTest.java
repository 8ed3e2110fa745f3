package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.conversation.DeliveryReport.State;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.outbox.Announcer;
import ratings.domain.outbox.Cue;
import ratings.domain.outbox.Outbox;
import ratings.domain.outbox.RecordedTopic;
import ratings.domain.outbox.Sending;
import ratings.domain.outbox.Waiting.Asking;
import ratings.domain.outbox.Waiting.Unreadable;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.Closings;
import ratings.domain.rating.Conversations;
import ratings.domain.rating.Deadlines;
import ratings.domain.rating.DeliveriesContract;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Standing;
import ratings.domain.settings.Line;
import ratings.domain.settings.SampleLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

class DynamoDeliveriesTest extends DeliveriesContract {
  private static final Retries RETRIES = Retries.whileSomebodyWaits();

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final RecordedTopic<Sending> requests = new RecordedTopic<>();
  private final List<Cue.Reminder> reminders = new ArrayList<>();

  @Override
  protected Ratings ratings() {
    return new DynamoRatings(table.dynamo(), table.name(), clock, RETRIES);
  }

  @Override
  protected Conversations conversations() {
    return new DynamoConversations(table.dynamo(), table.name(), clock, RETRIES);
  }

  @Override
  protected Deadlines deadlines() {
    return new DynamoDeadlines(table.dynamo(), table.name(), clock, RETRIES);
  }

  @Test
  void r94WhatIsSentIsWhatTheCloseHasMade() {
    var closing =
        Closings.at(clock.instant())
            .with("channel", "email")
            .with("language", "de")
            .with("customer", Map.of("id", "u1", "name", "Ada", "email", "ada@example.com"));
    conversations().close(line(0), id("c1"), closing.make());
    tell(outbox(), "c1");
    tell(outbox(), "c1");

    var sending = requests.published().getFirst();
    assertThat(requests.published()).hasSize(1);
    assertThat(sending.conversation()).isEqualTo(id("c1"));
    assertThat(sending.line()).isEqualTo("support");
    assertThat(sending.request().channel()).isEqualTo("email");
    assertThat(sending.request().language()).contains("de");
    assertThat(sending.customer().email()).contains("ada@example.com");
    assertThat(request("c1").passage().sentAt()).contains(clock.instant());
    assertThat(item("c1")).doesNotContainKeys(RatingItem.TO_SEND, RatingItem.QUEUED);
  }

  @Test
  void r89AShortDelayWaitsForItsReminder() {
    close("c1", 5);
    tell(outbox(), "c1");
    tell(outbox(), "c1");
    assertThat(requests.published()).isEmpty();
    assertThat(reminders).hasSize(1);
    assertThat(item("c1")).containsKey(RatingItem.QUEUED).doesNotContainKey(RatingItem.TO_SEND);
    clock.advance(Duration.ofSeconds(5));

    announcer(outbox()).announce(reminders);
    announcer(outbox()).announce(reminders);
    assertThat(requests.published()).hasSize(1);
  }

  @Test
  void r89ALongDelayIsTheSchedulesToTheMinute() {
    close("c1", 3600);
    tell(outbox(), "c1");
    assertThat(reminders).isEmpty();
    clock.advance(Duration.ofMinutes(59));
    assertThat(deadlines().sweep(() -> true)).isEqualTo(Deadlines.Swept.NOTHING);
    clock.advance(Duration.ofMinutes(1));

    assertThat(deadlines().sweep(() -> true)).isEqualTo(new Deadlines.Swept(0, 1, 0, 0));
    assertThat(item("c1"))
        .containsKey(RatingItem.TO_SEND)
        .containsEntry(
            RatingItem.DUE_SK,
            Attributes.text(RatingItem.dueSort(request("c1").windows().rateUntil())));
    tell(outbox(), "c1");
    assertThat(requests.published()).hasSize(1);
  }

  @Test
  void r95ARequestThatIsTooLateWhenItIsDueAskedNobody() {
    var closing =
        Closings.at(clock.instant())
            .with("channel", "instagram")
            .with("lastCustomerMessageAt", clock.instant().minus(Duration.ofHours(24)).toString());
    conversations().close(line(0), id("c1"), closing.make());
    clock.advance(Duration.ofSeconds(1));
    tell(outbox(), "c1");

    assertThat(requests.published()).isEmpty();
    assertThat(request("c1").asItStands().deliveryReason()).contains("session-over");
    assertThat(item("c1")).doesNotContainKeys(RatingItem.ASKED_AT, RatingItem.TO_SEND);
  }

  @Test
  void d3AWithdrawnRequestIsNotSentAndOneThatIsGivenBackOnce() {
    close("c1", 5);
    tell(outbox(), "c1");
    conversations().reopen(id("c1"));
    clock.advance(Duration.ofSeconds(5));
    announcer(outbox()).announce(reminders);
    assertThat(requests.published()).isEmpty();

    close("c1", 5);
    tell(outbox(), "c1");
    announcer(outbox()).announce(reminders.subList(0, 1));
    clock.advance(Duration.ofSeconds(5));
    announcer(outbox()).announce(reminders);
    assertThat(requests.published()).hasSize(1);
    conversations().reopen(id("c1"));
    clock.advance(Duration.ofMinutes(1));
    close("c1", 0);
    tell(outbox(), "c1");
    assertThat(requests.published()).hasSize(1);
  }

  @Test
  void d3OneThatIsWithdrawnWhileItGoesOutIsNotSentAgain() {
    close("c1", 0);
    var found = (Asking) outbox().find(List.of(key("c1"))).getFirst();
    conversations().reopen(id("c1"));
    outbox().sent(found);
    clock.advance(Duration.ofMinutes(1));
    close("c1", 0);
    tell(outbox(), "c1");

    assertThat(requests.published()).isEmpty();
    assertThat(request("c1").passage().sentAt()).isPresent();
  }

  @Test
  void r95WhatHasArrivedIsNotSentAndCannotFail() {
    close("c1", 5);
    conversations().report(id("c1"), DeliveryReport.shown());
    var found = (Asking) outbox().find(List.of(key("c1"))).getFirst();
    outbox().failed(found, "session-over");
    assertThat(item("c1")).containsKey(RatingItem.ASKED_AT).doesNotContainKey(RatingItem.FAILURE);
    clock.advance(Duration.ofSeconds(5));
    tell(outbox(), "c1");

    assertThat(requests.published()).isEmpty();
    assertThat(item("c1")).doesNotContainKey(RatingItem.TO_SEND);
  }

  @Test
  void aCorrectedAddressIsTheOneThatIsWrittenTo() {
    for (var address : List.of("ada@exmaple.com", "ada@example.com")) {
      var customer = Map.of("id", "u1", "email", address);
      var closing = Closings.at(clock.instant()).with("customer", customer);
      conversations().close(line(0), id("c1"), closing.make());
      tell(outbox(), "c1");
      conversations().report(id("c1"), new DeliveryReport(State.FAILED, Optional.empty()));
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(requests.published())
        .extracting(sending -> sending.customer().email().orElseThrow())
        .containsExactly("ada@exmaple.com", "ada@example.com");
  }

  @Test
  void whatWasClosedBeforeEndingsWereKeptGoesOn() {
    close("c1", 0);
    var update = new Update().remove(RatingItem.ENDING).count(RatingItem.VERSION);
    table
        .dynamo()
        .updateItem(update.request().tableName(table.name()).key(RatingItem.key(id("c1"))).build());

    tell(outbox(), "c1");
    assertThat(requests.published()).hasSize(1);
    assertThat(ratings().record(Attempts.at("c1").by(line(0)).make()))
        .isInstanceOf(Recorded.Created.class);
  }

  @Test
  void whoRatesBeforeItIsDueIsNotAsked() {
    close("c1", 5);
    ratings().record(Attempts.at("c1").by(line(5)).score(1).make());
    tell(outbox(), "c1");

    assertThat(requests.published()).isEmpty();
    assertThat(item("c1"))
        .doesNotContainKeys(RatingItem.TO_SEND, RatingItem.QUEUED)
        .containsKey(RatingItem.ASKED_AT);
  }

  @Test
  void f5AConversationOfWhichEverythingIsKnownStaysUnderOneWriteUnit() {
    var conversation = "3f2b8c9e-7d41-4c0a-9c55-0a6e1d2f3b4c";
    var closing =
        Closings.at(clock.instant())
            .telling()
            .teammate("t-1842")
            .with("language", "en")
            .with("customer", Map.of("id", "auth0|63af", "name", "Ada", "email", "ada@example.com"))
            .with("responsible", Map.of("id", "m1"))
            .with("supervisor", Map.of("id", "m2"))
            .with("messageId", "m-77")
            .with("chatHistoryUrl", "https://chat.example/c/" + conversation);
    conversations().close(line(0), id(conversation), closing.make());
    tell(outbox(), conversation);
    conversations().report(id(conversation), DeliveryReport.shown());
    ratings()
        .record(Attempts.at(conversation).by(line(0)).key("k-0123456789abcdef-01234567").make());

    assertThat(item(conversation))
        .containsKeys(RatingItem.SENT_AT, RatingItem.SHOWN_AT, RatingItem.SCORE, RatingItem.ENDING);
    assertThat(ItemSize.of(item(conversation))).isLessThan(1024);
  }

  @Test
  void p7WhatCannotBeReadIsPutAsideForGood() {
    close("c1", 0);
    var spoil = new Update().set(RatingItem.SCALE, Attributes.text("rubbish"));
    table
        .dynamo()
        .updateItem(spoil.request().tableName(table.name()).key(RatingItem.key(id("c1"))).build());

    var found = outbox().find(List.of(key("c1")));
    assertThat(found).containsExactly(new Unreadable(key("c1")));
    outbox().abandon(key("c1"));
    assertThat(outbox().find(List.of(key("c1")))).isEmpty();
  }

  @Test
  void p3Of64ClosesAtOnceOneMessageIsSent() throws Exception {
    closeAtOnce();
    assertOneMessage(outbox());
  }

  @Test
  void p3ItsBrokenTwinForgetsThatItWasSent() throws Exception {
    closeAtOnce();
    var forgetful = new DynamoOutbox(new Forgetful(table.dynamo()), table.name(), clock, RETRIES);

    assertThatThrownBy(() -> assertOneMessage(forgetful)).isInstanceOf(AssertionError.class);
  }

  private void closeAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(64)) {
      var closes =
          IntStream.range(0, 64)
              .<Callable<Object>>mapToObj(i -> Executors.callable(() -> close("c1", 0)))
              .toList();
      for (var done : threads.invokeAll(closes)) {
        done.get();
      }
    }
  }

  /** However often the stream tells of it. */
  private void assertOneMessage(Outbox by) {
    for (int i = 0; i < 5; i++) {
      tell(by, "c1");
    }
    assertThat(requests.published()).extracting(it -> it.request().id()).containsExactly("c1");
  }

  private void close(String conversation, int delay) {
    conversations().close(line(delay), id(conversation), Closings.at(clock.instant()).make());
  }

  private void tell(Outbox by, String conversation) {
    announcer(by).announce(List.of(new Cue.Change(key(conversation))));
  }

  private Announcer announcer(Outbox by) {
    return new Announcer(
        by, new RecordedTopic<>(), requests, (reminder, _) -> reminders.add(reminder), clock);
  }

  private Outbox outbox() {
    return new DynamoOutbox(table.dynamo(), table.name(), clock, RETRIES);
  }

  private RequestToRate request(String conversation) {
    return ratings()
        .find(id(conversation))
        .flatMap(Standing::closed)
        .flatMap(Closed::request)
        .orElseThrow();
  }

  private Map<String, AttributeValue> item(String conversation) {
    return table
        .dynamo()
        .getItem(get -> get.tableName(table.name()).key(RatingItem.key(id(conversation))))
        .item();
  }

  private static String key(String conversation) {
    return Keys.conversation(id(conversation));
  }

  private static Line line(int delay) {
    return SampleLine.widget("support")
        .with("rateWithinHours", 24)
        .with("delaySeconds", delay)
        .line();
  }

  private static ConversationId id(String conversation) {
    return new ConversationId("acme", conversation);
  }

  /** A DynamoDB that reads, and forgets what is written. */
  private record Forgetful(DynamoDbClient real) implements DynamoDbClient {
    @Override
    public BatchGetItemResponse batchGetItem(Consumer<BatchGetItemRequest.Builder> request) {
      return real.batchGetItem(request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      return UpdateItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return real.serviceName();
    }

    @Override
    public void close() {}
  }
}
