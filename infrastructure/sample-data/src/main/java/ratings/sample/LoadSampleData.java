package ratings.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import ratings.aws.Clients;

/** Loads the sample data into a table and says so in one line. */
public final class LoadSampleData {
  private LoadSampleData() {}

  /**
   * Loads. The SDK finds DynamoDB, region and credentials in the environment, as in a function.
   *
   * @param arguments the table's name
   */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    try (var dynamo = Clients.dynamo()) {
      long created = new SampleData(dynamo, arguments[0]).load(Instant.now());
      var took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(line(created, took));
    }
  }

  private static String line(long created, Duration took) {
    return String.format(
        Locale.ROOT,
        "sample data: %d ratings of eight weeks in acme and globex, loaded in %.1f s",
        created,
        took.toMillis() / 1000.0);
  }
}
