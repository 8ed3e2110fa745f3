package ratings.benchmark.cost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * US dollars for a million conversations, asked and answered, at the on-demand prices of us-east-1
 * in November 2024.
 *
 * @param lines by what is paid for
 */
public record Bill(Map<String, Double> lines) {
  private static final double WRITE_UNITS = 0.625;
  private static final double READ_UNITS = 0.125;
  private static final double HTTP_REQUESTS = 1.00;
  private static final double PUBLISHED = 0.50;
  private static final double INVOCATIONS = 0.20;
  private static final double GIGABYTE_SECOND_ON_ARM = 0.0000133334;
  private static final double GIGABYTE_OF_LOGS = 0.50;

  /**
   * In the widget: it looks, says that it was seen, and hands the answer in. In a messenger: its
   * platform closes, tells of the delivery, and hands the answer in.
   */
  private static final int REQUESTS = 3;

  private static final double SECONDS_A_REQUEST = 0.010;

  /** One line of its function, with what CloudWatch adds; Lambda's own are told to be silent. */
  private static final int LOGGED_BYTES_A_REQUEST = 200;

  private static final int MILLION = 1_000_000;

  /** Conversations of a minute that one write of a cell counts, at a million a month. */
  private static final double SHARE_A_CELL = 2;

  private static final double SECONDS_OF_COUNTING = 0.005;

  public Bill {
    lines = new LinkedHashMap<>(lines);
  }

  /**
   * What is asked and answered in the widget.
   *
   * @param counted each time that it is
   */
  public static Bill ofWidget(WriteUnits asked, WriteUnits answered, List<TallyUnits> counted) {
    return of(List.of(asked, answered), counted);
  }

  /**
   * What is asked and answered in a messenger, for which its request is published.
   *
   * @param steps every write of the conversation
   * @param counted each time that it is
   */
  public static Bill ofMessenger(List<WriteUnits> steps, List<TallyUnits> counted) {
    var bill = of(steps, counted);
    bill.lines.put("SNS (1 request published)", PUBLISHED);
    return bill;
  }

  public double total() {
    return lines.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** A request reads once, and a conversation's marker is read each time that it is counted. */
  private static Bill of(List<WriteUnits> steps, List<TallyUnits> counted) {
    var lines = new LinkedHashMap<String, Double>();
    int units = steps.stream().mapToInt(WriteUnits::all).sum();
    double counting =
        counted.stream().mapToDouble(it -> it.marker() + it.cells() / SHARE_A_CELL).sum();
    lines.put("writes (" + units + " units)", units * WRITE_UNITS);
    lines.put(
        "counting (" + counted.size() + " x, " + counting + " units)", counting * WRITE_UNITS);
    lines.put("reads (" + (1 + counted.size()) + " units)", (1 + counted.size()) * READ_UNITS);
    lines.put("HTTP API (3 requests)", REQUESTS * HTTP_REQUESTS);
    lines.put("Lambda (3 invocations)", REQUESTS * INVOCATIONS);
    lines.put(
        "Lambda (3 x 10 ms, counting 5 ms, at 1 GB)",
        MILLION
            * (REQUESTS * SECONDS_A_REQUEST + counted.size() * SECONDS_OF_COUNTING)
            * GIGABYTE_SECOND_ON_ARM);
    lines.put(
        "logs (3 x " + LOGGED_BYTES_A_REQUEST + " bytes)",
        REQUESTS * LOGGED_BYTES_A_REQUEST * GIGABYTE_OF_LOGS * MILLION / 1_000_000_000);
    return new Bill(lines);
  }
}
