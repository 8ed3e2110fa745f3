package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Customer;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.FollowUp;
import ratings.domain.rating.list.FollowUp.State;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.RatingPages;
import ratings.domain.rating.list.RatingPagesContract;
import ratings.domain.rating.list.Sort;
import ratings.domain.settings.SampleLine;

class DynamoRatingPagesTest extends RatingPagesContract {
  private static final Retries ONCE = new Retries(1, Duration.ofMillis(1), pause -> {});
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final CountingDynamo dynamo = new CountingDynamo(table.dynamo());

  @Override
  protected RatingPages holding(Map<String, List<ListedRating>> rows) {
    rows.forEach(new StoredRows(table, 3)::put);
    return new DynamoRatingPages(dynamo, table.name(), ONCE);
  }

  @Test
  void r39WhatIsDoneAboutARatingIsShownAndFilteredBy() {
    var pages = holding(Map.of("w1", oneAMinute(3)));
    var followUps = new DynamoFollowUps(table.dynamo(), table.name(), ONCE);
    var done = new FollowUp(State.DONE, Optional.of("I called."), "t1", START);
    var id = oneAMinute(3).get(1).id();

    assertThat(followUps.put(new ConversationId("w1", id), done)).isTrue();
    assertThat(followUps.put(new ConversationId("w2", id), done)).isFalse();

    assertThat(pages.read(query(Sort.NEWEST_FIRST, 50, "followUp", "done")).rows())
        .extracting(ListedRating::id, ListedRating::followUp)
        .containsExactly(tuple(id, Optional.of(done)));
    assertThat(pages.find(new ConversationId("w2", id))).isEmpty();
  }

  @Test
  void aFilterByUserReadsThatUsersRatings() {
    var pages = holding(Map.of("w1", oneAMinute(300)));
    pages.read(query(Sort.NEWEST_FIRST, 50, "userId", "u7", "teammateId", "t7"));
    assertThat(dynamo.calls()).containsExactly("byUser 3", "batch 3");
  }

  @Test
  void aFilterByUsersReadsThoseUsersRatings() {
    var pages = holding(Map.of("w1", oneAMinute(300)));
    pages.read(query(Sort.NEWEST_FIRST, 50, "userId[in]", "u7,u8"));
    assertThat(dynamo.calls()).containsExactly("byUser 3", "byUser 3", "batch 6");
  }

  @Test
  void aFilterByUserAndTimeReadsThatTimeOfTheUser() {
    var pages = holding(Map.of("w1", oneAMinute(300)));
    pages.read(
        query(
            Sort.NEWEST_FIRST,
            50,
            "userId",
            "u7",
            "recordedAt[after]",
            START.plusSeconds(6420).toString()));
    assertThat(dynamo.calls()).containsExactly("byUser 1", "batch 1");
  }

  @Test
  void aFilterByTeammateReadsThatTeammatesRatings() {
    var pages = holding(Map.of("w1", oneAMinute(300)));
    pages.read(query(Sort.OLDEST_FIRST, 50, "teammateId", "t7"));
    assertThat(dynamo.calls()).containsExactly("byTeammate 30", "batch 30");
  }

  @Test
  void aFilterByConversationReadsThatConversation() {
    var pages = holding(Map.of("w1", oneAMinute(300)));
    pages.read(query(Sort.NEWEST_FIRST, 50, "conversationId", "c7", "userId", "u7"));
    pages.read(query(Sort.NEWEST_FIRST, 50, "conversationId[in]", "c7,c8,nobody"));
    assertThat(dynamo.calls()).containsExactly("batch 1", "batch 2");
  }

  @Test
  void anyOtherFilterReadsTheAskedTime() {
    new StoredRows(table, 1).put("w1", oneAMinute(300));
    var pages = new DynamoRatingPages(dynamo, table.name(), ONCE);
    var page =
        pages.read(
            query(
                Sort.NEWEST_FIRST,
                50,
                "rating",
                "4",
                "recordedAt[after]",
                "2026-11-01T01:00:00Z",
                "recordedAt[before]",
                "2026-11-01T01:11:00Z"));
    assertThat(page.rows()).hasSize(10);
    assertThat(dynamo.calls()).containsExactly("get 1", "byTime 10");
  }

  @Test
  void aTimeThatCannotBeReadsNothing() {
    var pages = holding(Map.of("w1", oneAMinute(3)));
    var page =
        pages.read(
            query(
                Sort.NEWEST_FIRST,
                50,
                "recordedAt[after]",
                "2026-11-02T00:00:00Z",
                "recordedAt[before]",
                "2026-11-01T00:00:00Z"));
    assertThat(page.rows()).isEmpty();
    assertThat(page.next()).isEmpty();
    assertThat(dynamo.calls()).isEmpty();
  }

  @Test
  void aPageOfEveryRatingReadsNoMoreThanItShows_F6() {
    new StoredRows(table, 1).put("w1", oneAMinute(300));
    var pages = new DynamoRatingPages(dynamo, table.name(), ONCE);
    var first = query(Sort.NEWEST_FIRST, 50);
    var page = pages.read(first);
    pages.read(first.from(page.next()));
    assertThat(dynamo.calls()).containsExactly("get 1", "byTime 52", "get 1", "byTime 52");
  }

  @Test
  void aPageEndsAfterAThousandRowsThatDoNotMatch() {
    new StoredRows(table, 1).put("w1", oneAMinute(1200));
    var pages = new DynamoRatingPages(dynamo, table.name(), ONCE);
    var query = query(Sort.OLDEST_FIRST, 50, "feedback[exists]", "true");
    var page = pages.read(query);
    assertThat(page.rows()).isEmpty();
    assertThat(page.next()).isPresent();
    assertThat(dynamo.calls()).hasSizeLessThan(8);
    assertThat(walk(pages, query)).isEmpty();
  }

  @Test
  void aConversationThatIsNotRatedYetIsNoRow() {
    var item = new HashMap<>(RatingItem.key(new ConversationId("w1", "c1")));
    item.put(RatingItem.USER_PK, Attributes.text(Keys.user("w1", "u7")));
    item.put(RatingItem.USER_SK, Attributes.text(RatingItem.unansweredSort(START, "c1")));
    item.put(RatingItem.ID, Attributes.text("c1"));
    table.dynamo().putItem(put -> put.tableName(table.name()).item(item));
    var pages = holding(Map.of());
    for (var sort : Sort.values()) {
      assertThat(walk(pages, query(sort, 5, "userId", "u7"))).isEmpty();
      assertThat(walk(pages, query(sort, 5, "conversationId", "c1"))).isEmpty();
    }
    assertThat(dynamo.calls()).containsExactly("byUser 0", "batch 1", "byUser 0", "batch 1");
  }

  @Test
  void whatIsSubmittedIsListed_R57() {
    var customer =
        new Customer(Optional.of("u1"), Optional.of("Ada"), Optional.of("b1"), Optional.of("en"));
    var answer = new Answer(2, Optional.of("slow"), Optional.of(false), List.of("wait"));
    var submission =
        new Submission(
            "c1", answer, customer, Optional.of("m1"), Optional.empty(), Optional.empty());
    var line = SampleLine.widget("shop").of("w1").line();
    new DynamoRatings(table.dynamo(), table.name(), Clock.systemUTC(), ONCE)
        .record(Attempt.of(line, submission, Optional.empty(), Source.WIDGET));
    var pages = new DynamoRatingPages(dynamo, table.name(), ONCE);
    var row = pages.find(new ConversationId("w1", "c1")).orElseThrow();
    assertThat(row.answer()).isEqualTo(answer);
    assertThat(row.messageId()).contains("m1");
    assertThat(row.userName()).contains("Ada");
    assertThat(row.widgetId()).contains("shop");
    assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5))).containsExactly(row);
    assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5, "userId", "u1"))).containsExactly(row);
    assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5, "conversationId", "c1")))
        .containsExactly(row);
  }

  /** Each user has 3 of 300, each teammate 30. */
  private static List<ListedRating> oneAMinute(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                ARating.of("c" + i)
                    .user("u" + i % 100, "n")
                    .teammate("t" + i % 10, "n", "north")
                    .recorded(START.plusSeconds(60L * i))
                    .row())
        .toList();
  }
}
