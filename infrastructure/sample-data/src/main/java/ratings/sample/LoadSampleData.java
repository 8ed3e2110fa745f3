package ratings.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import ratings.aws.Clients;

/** Loads the sample data into a table and says so in one line. */
public final class LoadSampleData {
  /** For whoever tries things at once, whose functions have yet to start. */
  private static final Duration HEAD_START = Duration.ofSeconds(10);

  private LoadSampleData() {}

  /**
   * Loads. The SDK finds DynamoDB, region and credentials in the environment, as in a function.
   *
   * @param arguments the table's name; how many days until yesterday
   */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    try (var dynamo = Clients.dynamo()) {
      int days = Integer.parseInt(arguments[1]);
      long created =
          new SampleData(dynamo, arguments[0])
              .load(Instant.now(), days, LoadSampleData::waitAWhile);
      var took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(line(created, days, took));
    }
  }

  private static void waitAWhile() {
    LockSupport.parkNanos(HEAD_START.toNanos());
  }

  private static String line(long created, int days, Duration took) {
    return String.format(
        Locale.ROOT,
        "sample data: %d ratings of %d days in acme and globex, loaded in %.1f s",
        created,
        days,
        took.toMillis() / 1000.0);
  }
}
