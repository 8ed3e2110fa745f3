package ratings.domain.rating.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Reading;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;

/** What every store of rows keeps to. */
public abstract class RatingPagesContract {
  private static final String TENANT = "w1";
  private static final int QUERIES = 15;

  /** A store that holds these rows. */
  protected abstract RatingPages holding(Map<String, List<ListedRating>> rows);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void walkingThePagesFindsEveryRowOnceInOrder_R58(long seed) {
    var random = new RandomRows(new Random(seed));
    var rows = random.rows(60);
    var pages = holding(Map.of(TENANT, rows, "w2", random.rows(20)));
    for (int i = 0; i < QUERIES; i++) {
      var query =
          new PageQuery(TENANT, random.filter(), random.sort(), random.limit(), Optional.empty());
      assertThat(walk(pages, query)).isEqualTo(expected(rows, query));
    }
  }

  @Test
  void anyIdHasItsPlace() {
    var ids =
        List.of("a#b", "a", "a$", "auth0|1", "ü", "a%23b", "x".repeat(256), "~", "é".repeat(99));
    var rows =
        ids.stream().map(id -> ARating.of(id).user(id, id).teammate(id, id, id).row()).toList();
    var pages = holding(Map.of(TENANT, rows));
    for (var sort : Sort.values()) {
      assertThat(walk(pages, query(sort, 4))).containsExactlyInAnyOrderElementsOf(rows);
    }
    for (var row : rows) {
      for (var field : List.of("userId", "teammateId", "conversationId")) {
        assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5, field, row.id()))).containsExactly(row);
      }
      assertThat(pages.find(new ConversationId(TENANT, row.id()))).contains(row);
    }
  }

  @Test
  void everythingThatARowHoldsComesBack_R57() {
    var full =
        ARating.of("c1")
            .message("m1")
            .score(9)
            .on(Scale.NPS)
            .feedback("=1+1\r\n<b>ü\uD83D\uDE00")
            .resolved(true)
            .reasons("a", "b")
            .survey("s")
            .user("u", "Ada")
            .channel("email")
            .line("l")
            .bot("b")
            .teammate("t", "Bo", "north")
            .language("de")
            .source(Source.IMPORT)
            .asked(Instant.parse("2026-11-20T00:00:00Z"))
            .followUp(FollowUp.State.DONE)
            .row();
    var pages = holding(Map.of(TENANT, List.of(full)));
    assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5))).containsExactly(full);
    assertThat(pages.find(new ConversationId(TENANT, "c1"))).contains(full);
  }

  @Test
  void aTenantSeesItsOwnRowsOnly_P20() {
    var pages = holding(Map.of("w2", List.of(ARating.of("c1").user("u", "n").row())));
    assertThat(pages.find(new ConversationId(TENANT, "c1"))).isEmpty();
    assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5))).isEmpty();
    assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5, "userId", "u"))).isEmpty();
    assertThat(walk(pages, query(Sort.NEWEST_FIRST, 5, "conversationId", "c1"))).isEmpty();
  }

  protected static PageQuery query(Sort sort, int limit, String... parameters) {
    var all = new ArrayList<Map.Entry<String, String>>();
    for (int i = 0; i < parameters.length; i += 2) {
      all.add(Map.entry(parameters[i], parameters[i + 1]));
    }
    var filter = ((Reading.Valid<RatingFilter>) RatingFilter.read(all)).value();
    return new PageQuery(TENANT, filter, sort, limit, Optional.empty());
  }

  /** Every row from a query's first page to its last. */
  protected static List<ListedRating> walk(RatingPages pages, PageQuery query) {
    var found = new ArrayList<ListedRating>();
    var page = pages.read(query);
    found.addAll(page.rows());
    while (page.next().isPresent()) {
      assertThat(page.rows().size()).isLessThanOrEqualTo(query.limit());
      page = pages.read(query.from(page.next()));
      found.addAll(page.rows());
    }
    return found;
  }

  private static List<ListedRating> expected(List<ListedRating> rows, PageQuery query) {
    var oldestFirst =
        Comparator.comparing(ListedRating::recordedAt).thenComparing(ListedRating::id);
    var order = query.sort() == Sort.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed();
    return rows.stream().filter(query.filter()::matches).sorted(order).toList();
  }
}
