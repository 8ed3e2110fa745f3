package ratings.benchmark;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import ratings.aws.DynamoRatingPages;
import ratings.aws.Retries;
import ratings.benchmark.Ratios.Pair;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingFilter;
import ratings.domain.rating.list.Sort;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Pages of the list at random places of an index that is held in memory: what our own code takes
 * for them, and what they would consume of DynamoDB. How long DynamoDB takes is not in it.
 */
final class ListGrowth {
  private static final int FEW = 1_000;
  private static final int LIMIT = 50;
  private static final int PAGES = 200;
  private static final Retries ONCE = new Retries(1, Duration.ofMillis(1), _ -> {});

  private final HeldIndex few;
  private final HeldIndex many;
  private final int pairs;
  private final Random places = new Random(50);

  /**
   * Holds few and many.
   *
   * @param original an item as the index shows it
   */
  ListGrowth(Map<String, AttributeValue> original, int many, int pairs) {
    this.few = new HeldIndex(original, FEW);
    this.many = new HeldIndex(original, many);
    this.pairs = pairs;
  }

  /** Pages of many beside those of few; the first turns warm up, and do not count. */
  Comparison times() {
    var turns = new ArrayList<Pair>();
    for (int i = 0; i < 2 * pairs; i++) {
      turns.add(new Pair(spent(many), spent(few)));
    }
    return new Comparison(
        "F6",
        String.format(Locale.ROOT, "%d pages of %,d / of %,d", PAGES, many.count(), few.count()),
        "<= 1.20",
        turns.subList(pairs, turns.size()));
  }

  /** What a page of each consumes, at any place the same. */
  String consumed() {
    return Stream.of(few, many)
        .map(index -> String.format(Locale.ROOT, "%s of %,d", unitsOfPages(index), index.count()))
        .collect(joining("; ", "a page takes ", ""));
  }

  private String unitsOfPages(HeldIndex index) {
    var different =
        Stream.generate(() -> units(index)).limit(PAGES).collect(toCollection(TreeSet::new));
    return String.join(" or ", different);
  }

  private String units(HeldIndex index) {
    var counted = new CountedReads(index);
    read(counted, index);
    return counted.toString();
  }

  private Spent spent(HeldIndex index) {
    var start = Spent.reading(ProcessHandle.current());
    for (int i = 0; i < PAGES; i++) {
      read(index, index);
    }
    return Spent.reading(ProcessHandle.current()).since(start);
  }

  private void read(DynamoDbClient dynamo, HeldIndex index) {
    var from = index.position(LIMIT + 2 + places.nextInt(index.count() - LIMIT - 2));
    var query =
        new PageQuery(
            Sample.WORKSPACE, RatingFilter.NONE, Sort.NEWEST_FIRST, LIMIT, Optional.of(from));
    List<?> rows = new DynamoRatingPages(dynamo, Sample.TABLE, ONCE).read(query).rows();
    if (rows.size() != LIMIT) {
      throw new IllegalStateException("a page of " + rows.size());
    }
  }
}
