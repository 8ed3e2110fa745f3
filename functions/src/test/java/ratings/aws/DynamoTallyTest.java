package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Windows;
import ratings.domain.rating.VirtualClock;
import ratings.domain.report.Cell;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;
import ratings.domain.report.Sighting;
import ratings.domain.report.Tally.Outcome;
import ratings.domain.score.Scale;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

class DynamoTallyTest {
  private static final Retries RETRIES = new Retries(3, Duration.ofNanos(2), _ -> {});
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  @AutoClose private final LocalTable table = LocalTable.ofRatings();

  @Test
  void manyConversationsAreSummedIntoFewTransactions() {
    var counting = new HashMap<String, Integer>();
    var dynamo = watched(request -> counting.merge("all", 1, Integer::sum));
    var sightings = IntStream.range(0, 190).mapToObj(i -> asked("c" + i, "Bo")).toList();

    assertThat(tally(dynamo).count(sightings)).hasSize(190).containsValue(Outcome.COUNTED);
    assertThat(counting).containsEntry("all", 2);
    assertThat(cells())
        .singleElement()
        .matches(cell -> cell.counts().asked() == 190 && cell.day().equals(DAY))
        .matches(cell -> cell.teammateName().equals(Optional.of("Bo")));
  }

  @Test
  void p7WhatDynamoDbWillNeverTakeStopsNobody() {
    var picky =
        watched(
            request -> {
              if (request.toString().contains("#C#c33")) {
                throw invalid();
              }
            });
    var sightings = IntStream.range(0, 90).mapToObj(i -> asked("c" + i, "Bo")).toList();

    var outcomes = tally(picky).count(sightings);

    assertThat(outcomes).containsEntry("w#acme#C#c33", Outcome.NEVER);
    assertThat(outcomes.values()).filteredOn(it -> it == Outcome.COUNTED).hasSize(89);
    assertThat(cells()).extracting(cell -> cell.counts().asked()).containsExactly(89L);
  }

  @Test
  void aCloseThatAsksNobodyYetWritesNothing() {
    var item = new HashMap<>(item("c1", "Bo"));
    item.remove(RatingItem.ASKED_AT);

    assertThat(tally(table.dynamo()).count(List.of(SightingItem.of(item))))
        .containsValue(Outcome.COUNTED);
    assertThat(table.items()).isEmpty();
  }

  @Test
  void theNameOfTheLatestDayIsTold() {
    tally(table.dynamo()).count(List.of(asked("c1", "Bo")));
    tally(table.dynamo()).count(List.of(asked("c2", "Bo Diddley")));

    assertThat(cells())
        .extracting(cell -> cell.teammateName().orElseThrow())
        .containsExactly("Bo Diddley");
  }

  @Test
  void f7AFoldIsAsLongWithAMillionRatingsAsWithOne() {
    assertThat(fold(1)).isEqualTo(fold(1_000_000));
  }

  /** The size of a fold of that many ratings a day. */
  private static int fold(long ratings) {
    var counts = new Counts(ratings, ratings, ratings, 0, 0, new TreeMap<>(Map.of(5, ratings)));
    var combination =
        new Combination(
            "shop",
            "website",
            Optional.empty(),
            Optional.of("t1"),
            Optional.empty(),
            Optional.empty(),
            Scale.STARS5);
    var fold = Fold.none(combination).next(DAY, Optional.of("Bo"), Map.of(1, counts, 30, counts));
    var month = new MonthKey("w#acme", YearMonth.from(DAY));
    return ItemSize.of(FoldItem.put(month, fold).build().item());
  }

  private DynamoTally tally(DynamoDbClient dynamo) {
    return new DynamoTally(dynamo, table.name(), new VirtualClock(), RETRIES);
  }

  private List<Cell> cells() {
    return new DynamoTallies(table.dynamo(), table.name(), RETRIES).cells("acme", DAY, DAY);
  }

  private static Sighting asked(String conversation, String teammate) {
    return SightingItem.of(item(conversation, teammate));
  }

  private static Map<String, AttributeValue> item(String conversation, String teammate) {
    var item = new HashMap<>(RatingItem.key(new ConversationId("acme", conversation)));
    item.put(RatingItem.LINE, Attributes.text("shop"));
    item.put(RatingItem.CHANNEL, Attributes.text("website"));
    item.put(RatingItem.SCALE, Attributes.text("stars5"));
    item.put(RatingItem.TEAMMATE_ID, Attributes.text("t1"));
    item.put(RatingItem.TEAMMATE_NAME, Attributes.text(teammate));
    item.put(RatingItem.RATE_UNTIL, Attributes.time(Windows.OPEN));
    item.put(RatingItem.CHANGE_UNTIL, Attributes.time(Windows.OPEN));
    item.put(RatingItem.ASKED_AT, Attributes.time(VirtualClock.START));
    item.put(RatingItem.VERSION, Attributes.number(1));
    return item;
  }

  private DynamoDbClient watched(Consumer<TransactWriteItemsRequest> watch) {
    return new WatchedDynamo(table.dynamo(), watch);
  }

  /** DynamoDB that is watched while it writes. */
  private record WatchedDynamo(DynamoDbClient real, Consumer<TransactWriteItemsRequest> watch)
      implements PassingDynamo {
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      watch.accept(request);
      return real.transactWriteItems(request);
    }
  }

  private static DynamoDbException invalid() {
    return (DynamoDbException)
        DynamoDbException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ValidationException").build())
            .build();
  }
}
