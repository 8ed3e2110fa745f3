package ratings.aws;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ratings.aws.Rows.Row;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.rating.list.Page;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Pages of ratings from DynamoDB by the most selective way there is: the conversations asked for,
 * else the users' ratings, else the teammates', else the asked time. What keys do not cover the
 * filter itself decides, row by row, so a page ends after so many rows whatever they were.
 */
public final class DynamoRatingPages implements RatingPages {
  /** A character may take four bytes once it was escaped twice. */
  private static final int MOST_CHARACTERS = 700_000;

  private static final int MOST_ROWS = 1000;
  private static final int FEWEST_AT_ONCE = 25;

  private final RatingReads reads;

  public DynamoRatingPages(DynamoDbClient dynamo, String table, Retries retries) {
    this.reads = new RatingReads(dynamo, table, retries);
  }

  @Override
  public Optional<ListedRating> find(ConversationId conversation) {
    return reads.get(conversation).flatMap(ListedItem::of);
  }

  @Override
  public Page read(PageQuery query) {
    return query.filter().recorded().isEmpty() ? Page.EMPTY : page(query, rows(query));
  }

  /**
   * Stops at a full page, at the last row, or when so much was looked at or found that it has to
   * wait: Lambda hands on 6 MB at most.
   */
  private static Page page(PageQuery query, Iterator<Row> rows) {
    var found = new ArrayList<ListedRating>();
    var last = query.from();
    long characters = 0;
    for (int i = 0;
        i < MOST_ROWS
            && characters < MOST_CHARACTERS
            && found.size() < query.limit()
            && rows.hasNext();
        i++) {
      var row = rows.next();
      var match = row.rating().filter(query.filter()::matches);
      match.ifPresent(found::add);
      characters += match.map(ListedRating::characters).orElse(0);
      last = Optional.of(row.position());
    }
    return new Page(found, rows.hasNext() ? last : Optional.empty());
  }

  private Iterator<Row> rows(PageQuery query) {
    var workspace = query.workspace();
    var filter = query.filter();
    if (filter.conversations().isPresent()) {
      var ids = filter.conversations().get().stream();
      return Rows.of(ids.map(id -> new ConversationId(workspace, id)).toList(), reads, query);
    }
    if (filter.users().isPresent()) {
      var users = filter.users().get().stream().map(user -> Keys.user(workspace, user));
      return rowsOfKeys(RatingIndex.BY_USER, users, query);
    }
    if (filter.teammates().isPresent()) {
      var mates = filter.teammates().get().stream().map(mate -> Keys.teammate(workspace, mate));
      return rowsOfKeys(RatingIndex.BY_TEAMMATE, mates, query);
    }
    var shards = IntStream.range(0, reads.shards(workspace)).mapToObj(n -> Keys.time(workspace, n));
    return Rows.of(items(RatingIndex.BY_TIME, shards, query));
  }

  private Iterator<Row> rowsOfKeys(RatingIndex index, Stream<String> partitions, PageQuery query) {
    int atOnce = Math.clamp(query.limit(), FEWEST_AT_ONCE, RatingReads.BATCH);
    return Rows.ofKeys(items(index, partitions, query), reads, atOnce);
  }

  /** Asks at first for what fills the page, the row it goes on behind, and one to come. */
  private MergedItems items(RatingIndex index, Stream<String> partitions, PageQuery query) {
    var ranges =
        partitions
            .map(partition -> IndexRange.of(index, partition, query))
            .map(range -> new RangeItems(reads, range, query.limit() + 2))
            .toList();
    return new MergedItems(ranges, query.sort());
  }
}
