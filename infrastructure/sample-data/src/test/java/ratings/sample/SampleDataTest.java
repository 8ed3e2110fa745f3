package ratings.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import ratings.aws.DynamoAlertLog;
import ratings.aws.DynamoRatings;
import ratings.aws.DynamoRecipients;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.document.Reading;
import ratings.domain.notification.AlertFilter;
import ratings.domain.notification.AlertQuery;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.score.Scale;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleDataTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final SampleTable table = SampleTable.create();
  private long created;
  private List<ListedRating> ratings;

  @BeforeAll
  void load() {
    created = new SampleData(table.dynamo(), table.name()).load(NOW, 56, () -> {});
    ratings = table.ratings("acme");
  }

  @AfterAll
  void close() {
    table.close();
  }

  @Test
  void thereAreSomeSixHundredRatingsOfEightWeeks() {
    assertThat(ratings).hasSizeBetween(520, 700);
    assertThat(created).isEqualTo(ratings.size() + table.ratings("globex").size());
    assertThat(ratings)
        .allSatisfy(
            rating ->
                assertThat(rating.recordedAt()).isBetween(NOW.minusSeconds(57 * 86_400), NOW));
    assertThat(ratings.stream().map(rating -> rating.recordedAt().atZone(ZONE).toLocalDate()))
        .contains(NOW.atZone(ZONE).toLocalDate().minusDays(1));
  }

  @Test
  void weekendsAreQuiet() {
    long weekend =
        ratings.stream()
            .map(rating -> rating.askedAt().orElseThrow().atZone(ZONE).getDayOfWeek())
            .filter(day -> day.compareTo(DayOfWeek.SATURDAY) >= 0)
            .count();
    assertThat(weekend).isLessThan(ratings.size() / 5);
  }

  @Test
  void aFifthOrSoHasFeedbackInManyLanguages() {
    var commented =
        ratings.stream().filter(rating -> rating.answer().feedback().isPresent()).toList();
    assertThat(commented.size() * 100 / ratings.size()).isBetween(15, 35);
    assertThat(commented.stream().flatMap(rating -> rating.language().stream()).distinct())
        .contains("en", "de", "ar", "he", "ja", "zh");
  }

  @Test
  void everyLineHasRatingsAndSomeAreBetterThanOthers() {
    var averages =
        ratings.stream()
            .collect(
                Collectors.groupingBy(
                    ListedRating::lineId,
                    Collectors.averagingInt(rating -> rating.answer().score())));
    assertThat(averages.keySet())
        .containsExactlyInAnyOrder(
            "shop-web", "docs-bot", "beta", "campaign", "support-email", "telegram", "loyalty");
    assertThat(averages.get("support-email")).isGreaterThan(averages.get("docs-bot"));
  }

  @Test
  void customersComeBackAndBotsTalk() {
    Map<Optional<String>, Long> byUser =
        ratings.stream()
            .filter(rating -> rating.userId().isPresent())
            .collect(Collectors.groupingBy(ListedRating::userId, Collectors.counting()));
    assertThat(byUser.values()).anyMatch(count -> count > 10);
    assertThat(ratings).anyMatch(rating -> rating.botId().isPresent());
    assertThat(ratings).anyMatch(rating -> rating.changedAt().isPresent());
    assertThat(ratings).anyMatch(rating -> rating.messageId().isPresent());
    assertThat(ratings).allMatch(rating -> rating.chatHistoryUrl().isPresent());
  }

  @Test
  void everyHostileTextIsThereWordForWord() {
    var feedback = ratings.stream().flatMap(rating -> rating.answer().feedback().stream()).toList();
    var names = ratings.stream().flatMap(rating -> rating.userName().stream()).toList();
    assertThat(Phrases.load().hostile())
        .allSatisfy(hostile -> assertThat(feedback).contains(hostile.feedback()))
        .allSatisfy(hostile -> assertThat(names).contains(hostile.name()));
  }

  @Test
  void r103FifteenToThirtyPercentOfThoseWhoAreAskedAnswer() {
    var asked =
        table.items().stream()
            .filter(item -> item.containsKey("askedAt"))
            .filter(item -> item.get("pk").s().startsWith("w#acme#C#"))
            .count();

    assertThat(ratings.size() * 100.0 / asked).isBetween(15.0, 30.0);
  }

  @Test
  void r21TeammatesHaveTheCreditAndTeamsDiffer() {
    var ofTeams =
        ratings.stream()
            .filter(rating -> rating.scale() == Scale.STARS5 && rating.team().isPresent())
            .collect(
                Collectors.groupingBy(
                    rating -> rating.team().orElseThrow(),
                    Collectors.averagingInt(rating -> rating.answer().score())));

    assertThat(ofTeams.get("north")).isGreaterThan(ofTeams.get("south"));
    assertThat(ratings.stream().flatMap(rating -> rating.teammateId().stream()).distinct())
        .contains("t-bo", "ada", "ray", "t-femi");
  }

  @Test
  void nobodyIsAskedAgainForWhatIsOver() {
    var waiting = SampleWorkspace.named("acme").waiting().size();

    assertThat(table.items().stream().filter(item -> item.containsKey("toSend"))).hasSize(waiting);
    assertThat(table.items()).noneMatch(item -> item.containsKey("notify"));
  }

  @Test
  void customersOfSeveralChannelsAreAskedNow() {
    var store =
        new DynamoRatings(table.dynamo(), table.name(), Clock.systemUTC(), SampleTable.ONCE);
    var requests =
        SampleWorkspace.named("acme").waiting().stream()
            .map(it -> store.find(new ConversationId("acme", it.conversationId())).orElseThrow())
            .map(standing -> standing.closed().flatMap(Closed::request).orElseThrow());

    assertThat(requests)
        .allSatisfy(request -> assertThat(request.asks()).isTrue())
        .extracting(RequestToRate::channel)
        .contains("email", "telegram");
  }

  @Test
  void theLowRatingsOfAWeekStandInTheLogOfASupervisorWhoHasNotConfirmed() {
    var log = new DynamoAlertLog(table.dynamo(), table.name(), Clock.systemUTC(), SampleTable.ONCE);
    var all = (Reading.Valid<AlertFilter>) AlertFilter.read(Map.of());
    var entries = log.read(new AlertQuery("acme", all.value(), 200, Optional.empty())).entries();

    assertThat(entries)
        .hasSizeBetween(3, 60)
        .allMatch(it -> it.has(Outcome.UNCONFIRMED) || it.has(Outcome.NOBODY));
    assertThat(new DynamoRecipients(table.dynamo(), table.name(), SampleTable.ONCE).of("acme"))
        .hasSize(1);
  }

  @Test
  void loadingTwiceChangesNothing() {
    var before = table.items();
    assertThat(new SampleData(table.dynamo(), table.name()).load(NOW, 7, () -> {})).isZero();
    assertThat(table.items()).isEqualTo(before);
  }
}
