package ratings.benchmark.variants;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import ratings.aws.Clients;
import ratings.aws.DynamoRatingPages;
import ratings.aws.Environment;
import ratings.aws.ExportStores;
import ratings.aws.Retries;
import ratings.benchmark.processor.CpuTime;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingFilter;
import ratings.domain.rating.list.RatingPages;
import ratings.domain.rating.list.Sort;

/**
 * Canned query pages are drained, exported into nothing, and exported to S3, in turn, in one JVM.
 * Each round prints nanoseconds: of each of the three by the wall and by the processor.
 */
public final class RunExports {
  private static final int WARM_UP = 8;
  private static final int PAGE = 500;

  private RunExports() {}

  /**
   * Runs.
   *
   * @param arguments rounds that count; rows of each
   */
  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    long rows = Long.parseLong(arguments[1]);
    var retries = Retries.inTheBackground();
    var environment = Environment.ofProcess();
    var pages =
        new DynamoRatingPages(
            Clients.dynamo(new Trusting(Clients.http())), environment.ratingsTable(), retries);
    var files = new ExportStores(environment, retries).files();
    for (int i = -WARM_UP; i < rounds; i++) {
      var round =
          taken(rows, () -> drained(pages, Written.WORKSPACE))
              + taken(rows, () -> Written.rows(pages, new NoFiles(number -> {})))
              + taken(rows, () -> Written.rows(pages, files));
      if (i >= 0) {
        System.out.println(round.strip());
      }
    }
    System.exit(0);
  }

  private static long drained(RatingPages pages, String workspace) {
    var query =
        new PageQuery(workspace, RatingFilter.NONE, Sort.OLDEST_FIRST, PAGE, Optional.empty());
    var page = pages.read(query);
    long rows = page.rows().size();
    while (page.next().isPresent()) {
      page = pages.read(query.from(page.next()));
      rows += page.rows().size();
    }
    return rows;
  }

  private static String taken(long expected, LongSupplier work) {
    var before = CpuTime.of(ProcessHandle.current());
    long start = System.nanoTime();
    long rows = work.getAsLong();
    var wall = Duration.ofNanos(System.nanoTime() - start);
    var cpu = CpuTime.of(ProcessHandle.current()).minus(before);
    if (rows != expected) {
      throw new IllegalStateException(rows + " rows");
    }
    return wall.toNanos() + " " + cpu.toNanos() + " ";
  }
}
