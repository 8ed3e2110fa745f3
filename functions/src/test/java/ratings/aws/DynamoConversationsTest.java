package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.domain.conversation.Obstacle;
import ratings.domain.conversation.Obstacles;
import ratings.domain.rating.Asked;
import ratings.domain.rating.Closings;
import ratings.domain.rating.Conversations;
import ratings.domain.rating.ConversationsContract;
import ratings.domain.rating.Customer;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Showing;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.SampleLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoConversationsTest extends ConversationsContract {
  private static final int AT_ONCE = 64;
  private static final Instant LATER = VirtualClock.START.plusMillis(1);

  private static final Set<Asked> REFUSALS =
      Set.of(
          new Asked.Not(Obstacles.only(Obstacle.TOO_SHORT)),
          new Asked.Not(Obstacles.only(Obstacle.TOO_SHORT, Obstacle.ALREADY_ASKED)),
          new Asked.Not(Obstacles.only(Obstacle.ALREADY_ASKED)));

  @AutoClose private final LocalTable table = LocalTable.ofRatings();

  @Override
  protected Ratings ratings() {
    return new DynamoRatings(table.dynamo(), table.name(), clock, Retries.whileSomebodyWaits());
  }

  @Override
  protected Conversations conversations() {
    return conversations(table.dynamo());
  }

  @Test
  void p3OfManyClosesAtOnceOneMakesTheRequest() throws Exception {
    assertOneRequest(conversations(), Figures.of(5));
  }

  @Test
  void p3ItsBrokenTwinMakesMore() {
    var twin = conversations(new UnconditionalDynamo(table.dynamo()));

    assertThatThrownBy(() -> assertOneRequest(twin, 5)).isInstanceOf(AssertionError.class);
  }

  @Test
  void p3OfManyClosesAtOnceSomeOfThatDoNotAskOneAsksAndTheRestSayWhyNot() throws Exception {
    assertOneAsks(conversations(), Figures.of(5));
  }

  @Test
  void p3ItsBrokenTwinAsksMoreOften() {
    var twin = conversations(new UnconditionalDynamo(table.dynamo()));

    assertThatThrownBy(() -> assertOneAsks(twin, 5)).isInstanceOf(AssertionError.class);
  }

  @Test
  void p3ClosesAndReopensAtOnceGiveBackNoMoreThanWasWithdrawn() throws Exception {
    var site = SampleLine.widget("site").with("rateWithinHours", 24).line();
    for (int c = 0; c < 10; c++) {
      var conversation = id("r" + c);
      var outcomes =
          atOnce(
              IntStream.range(0, AT_ONCE)
                  .<Callable<List<Asked>>>mapToObj(
                      i ->
                          () -> {
                            if (i % 16 == 0) {
                              conversations().reopen(conversation);
                              return List.of();
                            }
                            var closing = Closings.at(VirtualClock.START.minusMillis(i)).make();
                            return List.of(conversations().close(site, conversation, closing));
                          })
                  .toList());
      var requests =
          outcomes.stream()
              .flatMap(List::stream)
              .flatMap(asked -> asked instanceof Asked.ByRequest by ? Stream.of(by) : Stream.of())
              .distinct() // as an old close told again is answered what a later one was
              .toList();

      assertThat(requests).hasSizeBetween(1, 1 + AT_ONCE / 16);
      assertThat(requests).extracting(by -> by.request().id()).containsOnly("r" + c);
    }
  }

  @Test
  void aRetryWhoseFirstAnswerWasLostIsAnsweredAsTheFirstTime() {
    var closing = Closings.at(clock.instant()).make();
    var site = SampleLine.widget("site").line();
    var answer = conversations(new ForgetfulDynamo(table.dynamo())).close(site, id("c1"), closing);

    assertThat(answer).isInstanceOf(Asked.ByRequest.class);
    assertThat(conversations().close(site, id("c1"), closing)).isEqualTo(answer);
  }

  @Test
  void r21TheRatingIsTheTeammatesWhoLastWroteAndIsFoundByThem() {
    close("c1", Closings.at(clock.instant()).teammate("t1"));
    rate("c1", 4);
    rate("c2", 4);
    close("c2", Closings.at(clock.instant()).teammate("t1"));

    assertThat(keys("byTeammate", "teammatePk", Keys.teammate("acme", "t1"))).isEqualTo(2);
    assertThat(item("c2").get(RatingItem.TEAM).s()).isEqualTo("north");
  }

  @Test
  void aPersonIsFoundByTheirIdAlsoWhileUnanswered() {
    var customer = Map.of("id", "u1", "name", "Ada", "email", "ada@example.com");
    close("c1", Closings.at(clock.instant()).with("customer", customer));
    rate("c2", 4);
    close("c2", Closings.at(clock.instant()).with("customer", customer));

    assertThat(keys("byUser", "userPk", Keys.user("acme", "u1"))).isEqualTo(2);
    assertThat(item("c1").get(RatingItem.USER_SK).s()).startsWith("-");
    assertThat(item("c2").get(RatingItem.USER_SK)).isEqualTo(item("c2").get(RatingItem.TIME_SK));
  }

  @Test
  void r64ALineThatIsNoWidgetIsNoneThoughItsConversationIsAWebsites() {
    var chat = SampleLine.widget("chat").with("channel", "telegram").line();
    conversations().close(chat, id("c1"), Closings.at(clock.instant()).make());
    close("c2", Closings.at(clock.instant()));
    close("c3", Closings.at(clock.instant()).with("channel", "telegram"));

    assertThat(RatingItem.widget(item("c1"))).isEmpty();
    assertThat(RatingItem.widget(item("c2"))).contains("site");
    assertThat(RatingItem.widget(item("c3"))).isEmpty();
  }

  @Test
  void p26WhatIsKeptOfAnEndTellsOfNobody() {
    var canary = Map.of("id", "canary", "name", "canary", "email", "canary@example.com");
    close(
        "c1",
        Closings.at(clock.instant())
            .telling()
            .teammate("canary")
            .with("customer", canary)
            .with("responsible", Map.of("id", "canary"))
            .with("supervisor", Map.of("id", "canary"))
            .with("chatHistoryUrl", "https://chat.example/canary")
            .with("messageId", "canary")
            .with("botId", "canary"));

    assertThat(item("c1").get(RatingItem.ENDING).s()).doesNotContain("canary");
  }

  @Test
  void p22NothingOfAWidgetsPromptStaysInAnotherLinesConversation() {
    var customer =
        new Customer(Optional.of("eve"), Optional.of("Eve"), Optional.of("bot"), Optional.of("de"));
    var site =
        SampleLine.widget("site")
            .with("rateWithinHours", 1)
            .with("chatHistoryUrlTemplate", "https://site.example/{conversationId}");
    ratings().show(site.line(), new Showing("c1", customer));
    var chat = SampleLine.widget("chat").with("channel", "telegram").line();
    var closing = Closings.at(clock.instant()).with("channel", "telegram").make();
    conversations().close(chat, id("c1"), closing);
    conversations().close(chat, id("c2"), closing);

    var fresh = new HashMap<>(item("c2"));
    fresh.put(RatingItem.ID, Attributes.text("c1"));
    fresh.put(RatingItem.VERSION, Attributes.number(2));
    fresh.putAll(RatingItem.key(id("c1")));
    fresh.put(RatingItem.USER_SK, item("c1").get(RatingItem.USER_SK));
    assertThat(item("c1")).isEqualTo(fresh);
  }

  private Conversations conversations(DynamoDbClient dynamo) {
    return new DynamoConversations(dynamo, table.name(), clock, Retries.whileSomebodyWaits());
  }

  private void assertOneRequest(Conversations store, int conversations) throws Exception {
    var site = SampleLine.widget("site").line();
    for (int c = 0; c < conversations; c++) {
      var conversation = id("c" + c);
      var outcomes =
          atOnce(
              IntStream.range(0, AT_ONCE)
                  .mapToObj(i -> Closings.at(VirtualClock.START.minusMillis(i)).teammate("t" + i))
                  .<Callable<Asked>>map(
                      closing -> () -> store.close(site, conversation, closing.make()))
                  .toList());
      var requests = outcomes.stream().filter(Asked.ByRequest.class::isInstance).toList();

      assertThat(requests).hasSize(1);
      assertThat(outcomes)
          .filteredOn(Asked.Not.class::isInstance)
          .hasSize(AT_ONCE - 1)
          .containsOnly(new Asked.Not(Obstacles.only(Obstacle.ALREADY_ASKED)));
      assertThat(ratings().find(conversation).orElseThrow().closed().map(Asked::of))
          .contains(requests.getFirst());
    }
  }

  /** The last and others ask, a third are too short, another third can reach nobody any more. */
  private void assertOneAsks(Conversations store, int conversations) throws Exception {
    var site = SampleLine.widget("site").line();
    for (int c = 0; c < conversations; c++) {
      var conversation = id("m" + c);
      var outcomes =
          atOnce(
              IntStream.range(0, AT_ONCE)
                  .mapToObj(DynamoConversationsTest::oneOfThree)
                  .<Callable<Asked>>map(
                      closing -> () -> store.close(site, conversation, closing.make()))
                  .toList());

      assertThat(outcomes)
          .filteredOn(asked -> asked instanceof Asked.ByRequest by && by.request().asks())
          .hasSize(1);
      assertThat(outcomes).filteredOn(Asked.Not.class::isInstance).allMatch(REFUSALS::contains);
      assertThat(store.close(site, conversation, Closings.at(LATER).make()))
          .isEqualTo(new Asked.Not(Obstacles.only(Obstacle.ALREADY_ASKED)));
      assertThat(ratings().find(conversation).orElseThrow().awaited()).isTrue();
    }
  }

  private static Closings oneOfThree(int number) {
    var at = VirtualClock.START.minusMillis(number);
    var closing = Closings.at(at).with("channel", "instagram");
    return switch (number % 3) {
      case 2 -> closing.with("characters", 250);
      case 1 -> closing.with("lastCustomerMessageAt", at.minus(Duration.ofHours(25)).toString());
      default -> closing;
    };
  }

  private long keys(String index, String name, String value) {
    return table
        .dynamo()
        .query(
            query ->
                query
                    .tableName(table.name())
                    .indexName(index)
                    .keyConditionExpression(name + " = :value")
                    .expressionAttributeValues(Map.of(":value", Attributes.text(value))))
        .count();
  }

  private Map<String, AttributeValue> item(String conversation) {
    return table
        .dynamo()
        .getItem(get -> get.tableName(table.name()).key(RatingItem.key(id(conversation))))
        .item();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
