package ratings.benchmark.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * US dollars for a million conversations, asked and answered in the widget, at the on-demand prices
 * of us-east-1 in November 2024.
 *
 * @param lines by what is paid for
 */
public record Bill(Map<String, Double> lines) {
  private static final double WRITE_UNITS = 0.625;
  private static final double READ_UNITS = 0.125;
  private static final double HTTP_REQUESTS = 1.00;
  private static final double INVOCATIONS = 0.20;
  private static final double GIGABYTE_SECOND_ON_ARM = 0.0000133334;
  private static final double GIGABYTE_OF_LOGS = 0.50;

  /** The widget looks, says that it was seen, and hands the answer in. */
  private static final int REQUESTS = 3;

  private static final double SECONDS_A_REQUEST = 0.010;
  private static final int LOGGED_BYTES_A_REQUEST = 500;
  private static final int MILLION = 1_000_000;

  public Bill {
    lines = new LinkedHashMap<>(lines);
  }

  /** With a read for the look, and everything that a write and its indexes take. */
  public static Bill of(WriteUnits asked, WriteUnits answered) {
    var lines = new LinkedHashMap<String, Double>();
    lines.put(
        "writes (" + asked.all() + " + " + answered.all() + " units)",
        (asked.all() + answered.all()) * WRITE_UNITS);
    lines.put("reads (1 unit)", READ_UNITS);
    lines.put("HTTP API (3 requests)", REQUESTS * HTTP_REQUESTS);
    lines.put("Lambda (3 invocations)", REQUESTS * INVOCATIONS);
    lines.put(
        "Lambda (3 x 10 ms at 1 GB)",
        MILLION * REQUESTS * SECONDS_A_REQUEST * GIGABYTE_SECOND_ON_ARM);
    lines.put(
        "logs (3 x 500 bytes)",
        REQUESTS * LOGGED_BYTES_A_REQUEST * GIGABYTE_OF_LOGS * MILLION / 1_000_000_000);
    return new Bill(lines);
  }

  public double total() {
    return lines.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
