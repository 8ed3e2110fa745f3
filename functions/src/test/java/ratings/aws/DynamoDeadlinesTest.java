package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.Closings;
import ratings.domain.rating.Conversations;
import ratings.domain.rating.Deadlines;
import ratings.domain.rating.Deadlines.Swept;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.VirtualClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class DynamoDeadlinesTest {
  private static final Instant END = VirtualClock.START.plus(Duration.ofHours(1));

  private static final int RACES_A_ROUND = 20;

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final VirtualClock clock = new VirtualClock();

  /** The clock of a machine that is late. */
  private final VirtualClock lagging = new VirtualClock();

  private final Deadlines deadlines = deadlines(table.dynamo());

  @BeforeEach
  void stopBeforeTheEnd() {
    lagging.set(END.minusMillis(1));
  }

  @Test
  void whatIsOverIsClosedAndNothingElseOfItChanges() {
    show(Attempts.at("c1").within(1, 1));
    var before = item("c1");
    clock.set(END.minusMillis(1));
    assertThat(sweep()).isEqualTo(Swept.NOTHING);
    assertThat(item("c1")).isEqualTo(before);
    clock.set(END);

    assertThat(sweep()).isEqualTo(new Swept(1, 0, 0, 0));
    var expected = new HashMap<>(before);
    expected.remove(RatingItem.DUE_PK);
    expected.remove(RatingItem.DUE_SK);
    expected.put(RatingItem.STATE, Attributes.text(RatingItem.CLOSED));
    assertThat(item("c1")).isEqualTo(expected);
    assertThat(sweep()).isEqualTo(Swept.NOTHING);
  }

  @Test
  void r7AnUnratedConversationWaitsForTheEndOfItsFirstRating() {
    show(Attempts.at("c1").within(2, 1));
    clock.set(END);
    assertThat(sweep()).isEqualTo(new Swept(0, 1, 0, 0));
    assertThat(item("c1")).doesNotContainKey(RatingItem.STATE);
    clock.advance(Duration.ofHours(1));

    assertThat(sweep()).isEqualTo(new Swept(1, 0, 0, 0));
  }

  @Test
  void aRatedConversationWaitsForTheEndOfItsChanges() {
    record(Attempts.at("c1").within(1, 2));
    show(Attempts.at("c2").within(1, 2));
    record(Attempts.at("c2").within(1, 2));
    clock.set(END);
    assertThat(sweep()).isEqualTo(new Swept(0, 1, 0, 0));
    clock.advance(Duration.ofHours(1));

    assertThat(sweep()).isEqualTo(new Swept(2, 0, 0, 0));
  }

  @Test
  void whereNothingEndsThereIsNothingDue() {
    show(Attempts.at("c1"));
    record(Attempts.at("c1"));
    record(Attempts.at("c2").within(1, 0));
    show(Attempts.at("c3").within(0, 1));
    clock.set(END);

    assertThat(item("c1")).doesNotContainKey(RatingItem.DUE_SK);
    assertThat(item("c2")).doesNotContainKey(RatingItem.DUE_SK);
    assertThat(sweep()).isEqualTo(new Swept(0, 0, 1, 0));
    assertThat(item("c3")).doesNotContainKeys(RatingItem.DUE_SK, RatingItem.STATE);
  }

  @Test
  void d3AWithdrawnRequestIsNotDueUntilItIsGivenBack() {
    var attempt = Attempts.at("c1").within(1, 1);
    conversations().close(attempt.line(), id("c1"), Closings.at(clock.instant()).make());
    conversations().reopen(id("c1"));
    clock.set(END);
    assertThat(sweep()).isEqualTo(Swept.NOTHING);

    conversations().close(attempt.line(), id("c1"), Closings.at(clock.instant()).make());
    clock.advance(Duration.ofHours(1));
    assertThat(sweep()).isEqualTo(new Swept(1, 0, 0, 0));
    conversations().reopen(id("c1"));
    clock.advance(Duration.ofHours(1));
    conversations().close(attempt.line(), id("c1"), Closings.at(clock.instant()).make());
    assertThat(record(attempt)).isInstanceOf(Recorded.Created.class);
  }

  @Test
  void f5ARatingAfterACloseLeavesWhenItIsDueAlone() {
    var attempt = Attempts.at("c1").within(2, 1);
    conversations().close(attempt.line(), id("c1"), Closings.at(clock.instant()).make());
    var due = item("c1").get(RatingItem.DUE_SK);
    clock.advance(Duration.ofMinutes(1));
    record(attempt);

    assertThat(item("c1").get(RatingItem.DUE_SK)).isEqualTo(due);
  }

  @Test
  void itCostsWhatIsDueAndNotWhatExists() {
    for (int i = 0; i < 60; i++) {
      show(Attempts.at("later" + i).within(2, 2));
    }
    for (int i = 0; i < 5; i++) {
      show(Attempts.at("due" + i).within(1, 1));
    }
    clock.set(END);
    var counting = new CountingDynamo(table.dynamo());

    assertThat(deadlines(counting).sweep(() -> true)).isEqualTo(new Swept(5, 0, 0, 0));
    assertThat(counting.calls()).filteredOn("update"::equals).hasSize(5);
    assertThat(counting.calls())
        .filteredOn(call -> call.startsWith("due "))
        .hasSize(Keys.DUE_SHARDS)
        .extracting(call -> Integer.parseInt(call.substring("due ".length())))
        .satisfies(
            read -> assertThat(read.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5));
  }

  @Test
  void itGoesPageByPageAndStopsWhenItIsTold() {
    for (int i = 0; i < 150; i++) {
      show(Attempts.at("c" + i).within(1, 1));
    }
    clock.set(END);

    assertThat(deadlines.sweep(() -> false)).isEqualTo(Swept.NOTHING);
    assertThat(sweep()).isEqualTo(new Swept(150, 0, 0, 0));
  }

  @Test
  void p4SweptNeverOnceTwiceOrAtOnceNothingLandsAfterTheMark() throws Exception {
    assertNothingLandsAfterTheMark(ratings(table.dynamo(), lagging), Figures.of(2_000));
  }

  @Test
  void p4ItsBrokenTwinLandsAfterTheMark() {
    var twin = ratings(new UnconditionalDynamo(table.dynamo()), lagging);

    assertThatThrownBy(() -> assertNothingLandsAfterTheMark(twin, 3 * RACES_A_ROUND))
        .isInstanceOf(AssertionError.class);
  }

  /** Ratings of a machine whose clock is late run against sweeps at the window's end, +-1 ms. */
  private void assertNothingLandsAfterTheMark(Ratings late, int races) throws Exception {
    for (int round = 0; round < races / RACES_A_ROUND; round++) {
      clock.set(VirtualClock.START);
      var attempts = attempts(round);
      atOnce(attempts.stream().map(this::asked).toList());
      boolean over = round % 3 > 0;
      clock.set(over ? END.plusMillis(round % 3 - 1) : END.minusMillis(1));
      int sweeps = round % 4;
      var calls = new ArrayList<>(records(late, attempts, 5));
      for (int i = 0; i < sweeps; i++) {
        calls.add(i * 3, this::sweep);
      }
      atOnce(calls);

      var before = items(attempts);
      assertThat(before)
          .allMatch(item -> item.containsKey(RatingItem.STATE) == (over && sweeps > 0));
      if (over && sweeps > 0) {
        assertThat(atOnce(records(late, attempts, 2))).allMatch(Recorded.Refused.class::isInstance);
        assertThat(items(attempts)).containsExactlyInAnyOrderElementsOf(before);
      }
    }
  }

  private static List<Attempts> attempts(int round) {
    return IntStream.range(0, RACES_A_ROUND)
        .mapToObj(i -> Attempts.at("r" + round + "-" + i).within(1, 1))
        .toList();
  }

  /** Every second conversation is rated already, the others were only asked. */
  private Callable<Object> asked(Attempts attempt) {
    return () -> {
      if (attempt.conversation().hashCode() % 2 == 0) {
        return record(attempt);
      }
      show(attempt);
      return attempt;
    };
  }

  private static List<Callable<Object>> records(Ratings by, List<Attempts> attempts, int score) {
    return attempts.stream()
        .<Callable<Object>>map(attempt -> () -> by.record(attempt.score(score).make()))
        .toList();
  }

  private Swept sweep() {
    return deadlines.sweep(() -> true);
  }

  private Deadlines deadlines(DynamoDbClient dynamo) {
    return new DynamoDeadlines(dynamo, table.name(), clock, Retries.whileSomebodyWaits());
  }

  private Ratings ratings(DynamoDbClient dynamo, VirtualClock by) {
    return new DynamoRatings(dynamo, table.name(), by, Retries.whileSomebodyWaits());
  }

  private Conversations conversations() {
    return new DynamoConversations(
        table.dynamo(), table.name(), clock, Retries.whileSomebodyWaits());
  }

  private Recorded record(Attempts attempt) {
    return ratings(table.dynamo(), clock).record(attempt.make());
  }

  private void show(Attempts attempt) {
    ratings(table.dynamo(), clock).show(attempt.line(), attempt.showing());
  }

  private static ConversationId id(String conversation) {
    return new ConversationId("acme", conversation);
  }

  private Map<String, AttributeValue> item(String conversation) {
    return table
        .dynamo()
        .getItem(get -> get.tableName(table.name()).key(RatingItem.key(id(conversation))))
        .item();
  }

  private List<Map<String, AttributeValue>> items(List<Attempts> attempts) {
    var keys =
        attempts.stream().map(attempt -> RatingItem.key(id(attempt.conversation()))).toList();
    return table
        .dynamo()
        .batchGetItem(
            get ->
                get.requestItems(
                    Map.of(table.name(), KeysAndAttributes.builder().keys(keys).build())))
        .responses()
        .get(table.name());
  }

  private static List<Object> atOnce(List<Callable<Object>> calls) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
