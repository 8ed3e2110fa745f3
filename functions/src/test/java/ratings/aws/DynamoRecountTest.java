package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.aws.CrashingDynamo.Crash;
import ratings.domain.Unavailable;
import ratings.domain.rating.VirtualClock;
import ratings.domain.report.Recount.Finding;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

class DynamoRecountTest {
  private static final Retries RETRIES = new Retries(3, Duration.ofNanos(2), _ -> {});
  private static final LocalDate FROM = LocalDate.parse("2026-08-01");
  private static final LocalDate TO = LocalDate.parse("2027-01-31");
  private static final Duration DAY = Duration.ofDays(1);

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final VirtualClock clock = new VirtualClock();
  private final List<Map<String, AttributeValue>> images =
      new Histories(20261122).draw(300).images();
  private Map<String, ZoneId> zones = Histories.ZONES;

  @BeforeEach
  void putZones() {
    Histories.putZones(table, zones);
  }

  @Test
  void whatWasCountedIsFoundRightAndFoldedAndStaysAsItIs() {
    countOverThreeDays();
    int before = table.items().size();

    assertThat(recount().values()).allMatch(found -> found.drift() == 0 && found.mended() == 0);
    assertThatSumsAreRight();
    assertThat(table.items()).hasSizeLessThan(before);
    clock.advance(DAY.multipliedBy(3));
    assertThat(recount().values()).allMatch(found -> found.drift() == 0);
    assertThat(table.items()).noneMatch(DynamoRecountTest::isCell);
    assertThatSumsAreRight();
  }

  @Test
  void p6WhoeverDiesWhileItFoldsChangesNoSum() {
    countOverThreeDays();
    clock.advance(DAY.multipliedBy(3));
    var dying = new CrashingDynamo(table.dynamo(), new Random(7), 20);

    int crashes = 0;
    for (boolean done = false; !done; ) {
      try {
        recount(dying, Set.of());
        done = true;
      } catch (Crash | Unavailable e) {
        crashes++;
      }
      assertThatSumsAreRight();
    }
    assertThat(crashes).isPositive();
    assertThat(table.items()).noneMatch(DynamoRecountTest::isCell);
  }

  @Test
  void p6ItsBrokenTwinThatDeletesWhatIsNotFoldedLosesSome() {
    countOverThreeDays();
    clock.advance(DAY);

    recount(withoutPuts(table.dynamo()), Set.of());

    assertThatThrownBy(this::assertThatSumsAreRight).isInstanceOf(AssertionError.class);
  }

  @Test
  void p6WhatIsCountedAfterFoldingIsAddedToIt() {
    var half = images.subList(0, images.size() / 2);
    count(half);
    clock.advance(DAY.multipliedBy(2));
    store(half);
    recount();
    count(images);
    store(images);

    assertThatSumsAreRight();
    clock.advance(DAY.multipliedBy(2));
    assertThat(recount().values()).allMatch(found -> found.drift() == 0);
    assertThatSumsAreRight();
  }

  @Test
  void driftIsFoundAndReplacedOnlyWhereItIsAskedFor() {
    countOverThreeDays();
    var cell = table.items().stream().filter(DynamoRecountTest::isOfAcme).findFirst().orElseThrow();
    addTo(cell);
    clock.advance(DAY.multipliedBy(2));
    assertThat(recount().get("acme").drift()).isEqualTo(1);
    assertThatThrownBy(this::assertThatSumsAreRight).isInstanceOf(AssertionError.class);

    assertThat(recount(table.dynamo(), Set.of("acme")))
        .extractingByKey("acme")
        .matches(found -> found.drift() == 1 && found.replaced() == 1);
    assertThat(recount().values()).allMatch(found -> found.drift() == 0);
    assertThatSumsAreRight();
  }

  @Test
  void p7WhatWasNeverCountedIsMended() {
    store(images);

    assertThat(recount().values()).extracting(Finding::mended).allMatch(mended -> mended > 0);
    assertThatSumsAreRight();
    assertThat(recount().values()).allMatch(found -> found.mended() == 0);
  }

  /** Conversations change on each of three days, the last of them just begun. */
  @Test
  void atAnyHourWhatWasCountedIsFoundRight() {
    var begin = clock.instant();
    for (int hour = 0; hour <= 26; hour++) {
      clock.set(begin.truncatedTo(ChronoUnit.DAYS).plus(hour, ChronoUnit.HOURS));
      count(images.subList(0, images.size() * (hour + 1) / 27));
      store(images.subList(0, images.size() * (hour + 1) / 27));
      clock.advance(Duration.ofMinutes(30));

      assertThat(recount().values()).allMatch(found -> found.drift() == 0 && found.mended() == 0);
    }
    assertThatSumsAreRight();
  }

  @Test
  void p7AMarkerThatNobodyCanReadIsPutAsideAndStopsNobody() {
    countOverThreeDays();
    var marker =
        table.items().stream()
            .filter(item -> item.get(RatingItem.SK).s().equals(MarkerItem.SORT))
            .filter(item -> item.containsKey("now"))
            .filter(item -> RatingItem.partition(item).startsWith("w#acme#"))
            .findFirst()
            .orElseThrow();
    var unreadable = new HashMap<>(marker);
    unreadable.put("now", Attributes.text("?"));
    table.dynamo().putItem(put -> put.tableName(table.name()).item(unreadable));
    clock.advance(DAY);

    var findings = recount(table.dynamo(), Set.of("acme"));

    assertThat(findings.get("acme"))
        .matches(found -> found.aside() == 1 && found.drift() == 1 && found.replaced() == 0);
    assertThat(findings.get("globex")).matches(found -> found.aside() == 0 && found.drift() == 0);
    assertThatSumsAreRight();
  }

  @Test
  void aWorkspaceThatNobodyKnowsIsRefusedAndNothingIsReplaced() {
    countOverThreeDays();

    assertThatThrownBy(() -> recount(table.dynamo(), Set.of("acme", "acne")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whereSomebodyElseWasQuickerNothingIsSaidToBeReplaced() {
    countOverThreeDays();
    addTo(table.items().stream().filter(DynamoRecountTest::isOfAcme).findFirst().orElseThrow());
    clock.advance(DAY.multipliedBy(2));
    recount();

    assertThat(recount(quicker(table.dynamo()), Set.of("acme")).get("acme"))
        .matches(found -> found.drift() == 1 && found.replaced() == 0);
  }

  @Test
  void whatIsTooMuchToRecountIsFoldedAllTheSame() {
    countOverThreeDays();
    clock.advance(DAY.multipliedBy(3));
    var left = new AtomicInteger(5);
    var recount = new DynamoRecount(table.dynamo(), table.name(), clock, RETRIES);

    assertThatThrownBy(() -> recount.run(Set.of(), () -> left.getAndDecrement() > 0))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> recount.run(Set.of(), () -> left.incrementAndGet() < 9))
        .isInstanceOf(Unavailable.class);
    assertThat(table.items()).noneMatch(DynamoRecountTest::isCell);
    assertThatSumsAreRight();
  }

  @Test
  void p26WhatIsErasedStaysCounted() {
    countOverThreeDays();
    erase();
    clock.advance(DAY.multipliedBy(2));

    assertThat(recount().values()).allMatch(found -> found.drift() == 0 && found.mended() == 0);
    assertThatSumsAreRight();
  }

  @Test
  void aChangeOfTheZoneCountsAllAnewAlsoWhatIsErased() {
    countOverThreeDays();
    table.items().stream()
        .filter(item -> item.get(RatingItem.SK).s().equals(RatingItem.SORT))
        .limit(3)
        .forEach(this::delete);
    zones = Map.of("acme", ZoneId.of("America/Anchorage"), "globex", ZoneId.of("Asia/Tokyo"));
    Histories.putZones(table, zones);

    assertThat(recount().values()).extracting(Finding::mended).allMatch(mended -> mended > 0);
    assertThatSumsAreRight();
    clock.advance(DAY.multipliedBy(2));
    assertThat(recount().values()).allMatch(found -> found.drift() == 0 && found.mended() == 0);
    assertThatSumsAreRight();
  }

  @Test
  void withoutTimeLeftItSaysSo() {
    var recount = new DynamoRecount(table.dynamo(), table.name(), clock, RETRIES);

    assertThatThrownBy(() -> recount.run(Set.of(), () -> false)).isInstanceOf(Unavailable.class);
  }

  private static DynamoDbClient withoutPuts(DynamoDbClient real) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) ->
                arguments != null && arguments[0] instanceof PutItemRequest
                    ? PutItemResponse.builder().build()
                    : method.invoke(real, arguments));
  }

  private static DynamoDbClient quicker(DynamoDbClient real) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof PutItemRequest) {
                throw ConditionalCheckFailedException.builder().build();
              }
              return method.invoke(real, arguments);
            });
  }

  private void countOverThreeDays() {
    int third = images.size() / 3;
    for (int i = 0; i < 3; i++) {
      count(images.subList(i * third, (i + 1) * third));
      clock.advance(DAY);
    }
    count(images);
    store(images);
  }

  private void count(List<Map<String, AttributeValue>> some) {
    new DynamoTally(table.dynamo(), table.name(), clock, RETRIES)
        .count(some.stream().map(SightingItem::of).toList());
  }

  private Map<String, Finding> recount() {
    return recount(table.dynamo(), Set.of());
  }

  private Map<String, Finding> recount(DynamoDbClient dynamo, Set<String> replacing) {
    return new DynamoRecount(dynamo, table.name(), clock, RETRIES).run(replacing, () -> true);
  }

  /** As each conversation was left. */
  private void store(List<Map<String, AttributeValue>> some) {
    var last = new HashMap<String, Map<String, AttributeValue>>();
    some.forEach(image -> last.put(RatingItem.partition(image), image));
    last.values()
        .forEach(item -> table.dynamo().putItem(put -> put.tableName(table.name()).item(item)));
  }

  private void erase() {
    new ArrayList<>(images).forEach(this::delete);
  }

  private void delete(Map<String, AttributeValue> item) {
    table.dynamo().deleteItem(it -> it.tableName(table.name()).key(RatingItem.key(item)));
  }

  private void addTo(Map<String, AttributeValue> cell) {
    table
        .dynamo()
        .updateItem(
            update ->
                update
                    .tableName(table.name())
                    .key(RatingItem.key(cell))
                    .updateExpression("ADD a :one")
                    .expressionAttributeValues(Map.of(":one", Attributes.number(1))));
  }

  private static boolean isCell(Map<String, AttributeValue> item) {
    return RatingItem.partition(item).contains("#T#") && CellItem.isCell(item);
  }

  private static boolean isOfAcme(Map<String, AttributeValue> item) {
    return isCell(item) && RatingItem.partition(item).startsWith("w#acme#");
  }

  private void assertThatSumsAreRight() {
    var tallies = new DynamoTallies(table.dynamo(), table.name(), RETRIES);
    for (var workspace : zones.keySet()) {
      assertThat(Histories.sums(tallies.cells(workspace, FROM, TO)))
          .isEqualTo(Histories.recount(images, workspace, zones.get(workspace)));
    }
  }
}
