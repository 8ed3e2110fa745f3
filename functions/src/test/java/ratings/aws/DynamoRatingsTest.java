package ratings.aws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.Figures;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.Customer;
import ratings.domain.rating.RandomLives;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.RatingsContract;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Showing;
import ratings.domain.rating.VirtualClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoRatingsTest extends RatingsContract {
  private static final Instant WINDOWS_END = VirtualClock.START.plus(Duration.ofHours(1));
  private static final int RACES_AT_ONCE = 4;

  @AutoClose private final LocalTable table = LocalTable.ofRatings();

  @Override
  protected Ratings store() {
    return store(table.dynamo());
  }

  @Test
  void p1OfManyAtOnceOneIsStored() throws Exception {
    assertOneIsStored(store(), Figures.of(50));
  }

  @Test
  void p1ItsBrokenTwinStoresMore() {
    var twin = store(new UnconditionalDynamo(table.dynamo()));

    assertThatThrownBy(() -> assertOneIsStored(twin, 5)).isInstanceOf(AssertionError.class);
  }

  @Test
  void p4NoRatingIsStoredAtOrAfterItsWindowsEnd() throws Exception {
    assertNothingIsLate(table.dynamo(), Figures.of(2_000));
  }

  @Test
  void p4ItsBrokenTwinStoresLateOnes() {
    var twin = new UnconditionalDynamo(table.dynamo());

    assertThatThrownBy(() -> assertNothingIsLate(twin, 50)).isInstanceOf(AssertionError.class);
  }

  @Test
  void p5AnySequenceAgreesWithTheReferenceModel() {
    lives(table.dynamo()).play(Figures.of(60));
  }

  @Test
  void p5ItsBrokenTwinDisagrees() {
    var lives = lives(new UnconditionalDynamo(table.dynamo()));

    assertThatThrownBy(() -> lives.play(50)).isInstanceOf(AssertionError.class);
  }

  @Test
  void f5ARatingWithoutFeedbackStaysUnderOneWriteUnit() {
    var attempt =
        Attempts.at("3f2b8c9e-7d41-4c0a-9c55-0a6e1d2f3b4c")
            .key("k-0123456789abcdef-01234567")
            .score(1);
    ratings().record(attempt.make());
    var conversation = new ConversationId("acme", attempt.conversation());
    var item =
        table
            .dynamo()
            .getItem(get -> get.tableName(table.name()).key(RatingItem.key(conversation)))
            .item();

    assertThat(ItemSize.of(item)).isLessThan(1024);
  }

  /** Who is named first, then, and stays: an id and a name, a dash being none. */
  @ParameterizedTest
  @CsvSource({
    "u1 Ada, u2 Bo, u1 Ada",
    "u1 -, u2 Bo, u1 -",
    "u1 -, - Bo, u1 -",
    "u1 -, u1 Ada, u1 Ada",
    "u1 Ada, u1 Bo, u1 Ada",
    "- Ada, u2 Bo, - Ada",
    "- Ada, u2 -, - Ada",
    "- Ada, - Bo, - Ada",
    "- -, u2 Bo, u2 Bo",
    "u1 Ada, - -, u1 Ada",
  })
  void theNameOfOneIsNeverPutToTheIdOfAnother(String first, String then, String kept) {
    var at = Attempts.at("c1");
    ratings().show(at.line(), new Showing("c1", customer(first)));
    assertThat(ratings().record(at.of(customer(then)).make())).isInstanceOf(Recorded.Created.class);
    ratings().record(Attempts.at("c2").of(customer(first)).make());
    assertThat(ratings().record(Attempts.at("c2").of(customer(then)).score(1).make()))
        .isInstanceOf(Recorded.Changed.class);

    assertThat(table.items())
        .hasSize(2)
        .allMatch(item -> named(item, RatingItem.USER_ID, RatingItem.USER_NAME).equals(kept))
        .allMatch(item -> item.containsKey(RatingItem.USER_PK) != kept.startsWith("-"));
  }

  private static Customer customer(String named) {
    var words = named.split(" ", -1);
    return new Customer(word(words[0]), word(words[1]), Optional.empty(), Optional.empty());
  }

  private static Optional<String> word(String word) {
    return Optional.of(word).filter(given -> !given.equals("-"));
  }

  private static String named(Map<String, AttributeValue> item, String... attributes) {
    return Stream.of(attributes)
        .map(name -> Attributes.string(item, name).orElse("-"))
        .collect(joining(" "));
  }

  private RandomLives lives(DynamoDbClient dynamo) {
    var conversations =
        new DynamoConversations(dynamo, table.name(), clock, Retries.whileSomebodyWaits());
    var deadlines =
        new DynamoDeadlines(table.dynamo(), table.name(), clock, Retries.whileSomebodyWaits());
    return new RandomLives(store(dynamo), conversations, deadlines, clock);
  }

  private Ratings store(DynamoDbClient dynamo) {
    return store(dynamo, clock);
  }

  private Ratings store(DynamoDbClient dynamo, VirtualClock by) {
    return new DynamoRatings(dynamo, table.name(), by, Retries.whileSomebodyWaits());
  }

  private void assertOneIsStored(Ratings store, int conversations) throws Exception {
    for (int c = 0; c < conversations; c++) {
      var conversation = "c" + c;
      var outcomes =
          atOnce(
              IntStream.range(0, 64)
                  .mapToObj(i -> Attempts.at(conversation).score(1 + i % 5).feedback("f" + i % 4))
                  .<Callable<Recorded>>map(attempt -> () -> store.record(attempt.make()))
                  .toList());
      var created =
          outcomes.stream()
              .filter(Recorded.Created.class::isInstance)
              .map(Recorded.Created.class::cast)
              .toList();

      assertThat(created).hasSize(1);
      assertThat(outcomes).noneMatch(Recorded.Changed.class::isInstance);
      assertThat(ratings().find(new ConversationId("acme", conversation)).orElseThrow().rating())
          .contains(created.getFirst().rating());
    }
  }

  private void assertNothingIsLate(DynamoDbClient dynamo, int races) throws Exception {
    List<Recorded> outcomes;
    try (var threads = Executors.newFixedThreadPool(RACES_AT_ONCE)) {
      outcomes =
          threads
              .invokeAll(
                  IntStream.range(0, races)
                      .<Callable<List<Recorded>>>mapToObj(race -> () -> race(dynamo, race))
                      .toList())
              .stream()
              .flatMap(future -> future.resultNow().stream())
              .toList();
    }

    assertThat(outcomes)
        .allMatch(
            outcome -> outcome instanceof Recorded.Refused == !outcome.at().isBefore(WINDOWS_END));
    assertThat(table.items())
        .hasSize(races)
        .flatExtracting(item -> RatingItem.standing(item).rating().stream().toList())
        .allMatch(rating -> rating.changedAt().orElse(rating.recordedAt()).isBefore(WINDOWS_END));
  }

  /** A clock runs over the window's end while a first rating and a change are on their way. */
  private List<Recorded> race(DynamoDbClient dynamo, int race) throws Exception {
    var ticking = new VirtualClock();
    var store = store(dynamo, ticking);
    var attempt = Attempts.at("r" + race).within(1, 1);
    if (race % 2 == 0) {
      store.record(attempt.make());
    } else {
      store.show(attempt.line(), attempt.showing());
    }
    ticking.set(WINDOWS_END.minusMillis(1));
    return atOnce(
        List.<Callable<Recorded>>of(
            () -> store.record(attempt.score(2).make()),
            () -> {
              ticking.advance(Duration.ofMillis(1));
              return store.record(attempt.score(3).make());
            }));
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = threads.invokeAll(calls);
      return futures.stream().map(Future::resultNow).toList();
    }
  }
}
