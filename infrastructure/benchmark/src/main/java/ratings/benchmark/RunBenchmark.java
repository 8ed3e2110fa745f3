package ratings.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ratings.benchmark.cost.Bill;
import ratings.benchmark.cost.Journey;
import ratings.domain.settings.Line;
import ratings.local.Translation;
import ratings.local.account.Account;
import ratings.local.dynamodb.DynamoDbLocal;
import ratings.local.storage.Buckets;
import ratings.local.storage.Tables;
import ratings.local.template.Locations;
import ratings.local.template.TableResource;
import ratings.local.template.TemplateReader;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What {@code mvn -Pbenchmark} runs: prints each figure beside its target. */
public final class RunBenchmark {
  private static final double MEBIBYTE = 1024 * 1024;

  private RunBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments the project's directory; how many pairs of each comparison; how many ratings
   *     are many
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, GeneralSecurityException {
    var project = Path.of(arguments[0]);
    int pairs = Integer.parseInt(arguments[1]);
    int many = Integer.parseInt(arguments[2]);
    var template = project.resolve("template.yaml");
    var table = table(template);
    try (var local = DynamoDbLocal.start();
        var tables = new Tables(local.endpoint(), Account.local());
        var buckets = Buckets.start(Account.local(), 0)) {
      tables.create(Translation.table(table));
      buckets.create(Sample.BUCKET);
      var line = Sample.storeSettings(tables.client()).find(Sample.WIDGET).orElseThrow();
      var rows = CannedRows.of(tables.client(), line, ExportMeasurements.ROWS);
      try (var canned = new CannedDynamo(local.endpoint(), rows)) {
        measure(launch(project, canned, buckets), pairs, canned);
      }
      printGrowth(tables.client(), pairs, many);
      printCost(tables, table, line);
      printSize(project.resolve("functions/target/functions.zip"));
    }
  }

  private static void measure(Launch launch, int pairs, CannedDynamo canned)
      throws IOException, InterruptedException {
    var measurements = new Measurements(launch, pairs);
    var exports = new ExportMeasurements(launch, pairs);
    System.out.printf("Medians (least-most) of %d pairs, measured side by side%n%n", pairs);
    System.out.printf(
        "     %-36s %-20s %-20s target   by the clock%n", "ratio", "by the clock", "by CPU time");
    measurements.starts().forEach(RunBenchmark::print);
    canned.counts();
    print(measurements.warm());
    var counts = canned.counts();
    exports.rates().forEach(RunBenchmark::print);
    System.out.printf("%n     requests of the warm calls: %s%n", counts);
    printHeap(exports);
  }

  private static Launch launch(Path project, CannedDynamo canned, Buckets buckets) {
    return new Launch(
        project.resolve("infrastructure/benchmark/target/task"),
        project.resolve("infrastructure/local-stack/target/lambda-runtime"),
        canned.endpoint(),
        buckets.endpoint());
  }

  private static TableResource table(Path template) {
    return TemplateReader.read(template, Map.of(), Locations.unknown()).tables().stream()
        .filter(table -> table.id().equals(Sample.TABLE))
        .findFirst()
        .orElseThrow();
  }

  private static void print(Comparison figure) {
    System.out.printf(
        Locale.ROOT,
        "%-4s %-36s %-20s %-20s %s  %s%n",
        figure.id(),
        figure.what(),
        figure.byWall(),
        figure.byCpu(),
        figure.target(),
        figure.milliseconds());
  }

  private static void printHeap(ExportMeasurements exports)
      throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%nF9   live heap of an export: %.1f MiB at 10,000 rows, %.1f MiB at 10,000,000"
            + "   target: flat, <= 32 under -Xmx64m%n",
        exports.liveHeap(10_000) / MEBIBYTE,
        exports.liveHeap(10_000_000) / MEBIBYTE);
  }

  /** What grows with the number of ratings, if anything does. */
  private static void printGrowth(DynamoDbClient dynamo, int pairs, int many) {
    var original =
        dynamo
            .query(
                query ->
                    query
                        .tableName(Sample.TABLE)
                        .indexName("byTime")
                        .keyConditionExpression("timePk = :ratings")
                        .expressionAttributeValues(
                            Map.of(
                                ":ratings", AttributeValue.fromS("w#" + Sample.WORKSPACE + "#0"))))
            .items()
            .getFirst();
    var list = new ListGrowth(original, many, pairs);
    System.out.println();
    print(list.times());
    System.out.printf("     %s   target: equal%n", list.consumed());
    System.out.printf("%nF7   %s   target: equal%n", new ReportGrowth(dynamo, many).consumed());
  }

  private static void printCost(Tables tables, TableResource table, Line line) {
    var unasked = new Journey(tables.client(), table, line, "conversation-1").answered();
    var widget = new Journey(tables.client(), table, line, "conversation-2");
    var asked = widget.asked();
    var askedCounted = widget.counted();
    widget.closed();
    var answered = widget.answered();
    var answeredCounted = widget.counted();
    System.out.printf("%nF5   a rating without feedback%n");
    for (var units : List.of(unasked, answered)) {
      System.out.printf(
          "     %d bytes: %d unit, indexes %d %s   target: 1, <= 4%n",
          units.size(), units.table(), units.ofIndexes(), units.indexes());
    }
    print(
        "asked and answered in the widget within a minute",
        Bill.ofWidget(asked, answered, List.of(answeredCounted)));
    print(
        "asked in the widget, answered later",
        Bill.ofWidget(asked, answered, List.of(askedCounted, answeredCounted)));
    var messenger = new Journey(tables.client(), table, line, "conversation-3");
    var steps =
        new ArrayList<>(List.of(messenger.closed(), messenger.sent(), messenger.delivered()));
    var delivered = messenger.counted();
    steps.add(messenger.answered());
    print(
        "asked and answered in a messenger",
        Bill.ofMessenger(steps, List.of(delivered, messenger.counted())));
  }

  private static void print(String what, Bill bill) {
    bill.lines()
        .forEach(
            (line, dollars) -> System.out.printf(Locale.ROOT, "     %6.2f  %s%n", dollars, line));
    System.out.printf(
        Locale.ROOT,
        "     %6.2f  US dollars for a million %s   target: <= 10%n",
        bill.total(),
        what);
  }

  private static void printSize(Path artifact) throws IOException {
    System.out.printf(
        Locale.ROOT, "%nF10  artifact %.1f MiB   target: <= 16%n", Files.size(artifact) / MEBIBYTE);
  }
}
