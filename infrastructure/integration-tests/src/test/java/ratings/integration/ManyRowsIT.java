package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import ratings.local.Settings;
import ratings.local.Stack;
import ratings.local.lambda.Artifacts;
import ratings.sample.ManyRatings;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * 100,000 rows are exported under a heap of 256 MB, by a function that has a minute for a run and
 * whose JVM is killed behind its first part, and goes on there (P10, P11). Only in the long run.
 */
@EnabledIfSystemProperty(named = "figures.times", matches = "10")
class ManyRowsIT {
  private static final int ROWS = 100_000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final String FUNCTION = "ratings.functions.export.RunExportFunction";

  @TempDir static Path folder;
  private static Stack stack;
  private static Api admin;

  @BeforeAll
  static void aStackWithManyRatings() throws IOException {
    stack = started();
    admin =
        new Api(stack.url(), "")
            .as(
                stack
                    .issuer()
                    .token("ada", "many", "ratings/read ratings/export ratings/settings"));
    admin.put("/v1/lines/many-web", "{\"channel\":\"website\",\"name\":\"Many\"}");
    var begin = Instant.now();
    try (var dynamo = dynamo(stack.account().credentials())) {
      new ManyRatings(dynamo, "RatingsTable")
          .write("many-web", ROWS, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
    say("generated in", begin);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void manyRowsAreExportedAlthoughTheFunctionIsKilledAndEqualTheList() throws Exception {
    var begin = Instant.now();
    var id = start("America/New_York");
    var percents = new TreeSet<Integer>();
    boolean killed = false;
    long fewest = 0;
    var export = export(id);
    while (export.get("endedAt").isNull() && Instant.now().isBefore(begin.plus(PATIENCE))) {
      percents.add(export.get("percent").intValue());
      var reached = rowsOfParts(id);
      if (!killed && reached.isPresent()) {
        assertThat(function()).isPresent();
        function().get().destroyForcibly();
        killed = true;
        fewest = reached.get();
        say("killed after " + export.get("rowsWritten") + " rows,", begin);
      }
      export = export(id);
      assertThat(export.get("rowsWritten").longValue()).isGreaterThanOrEqualTo(fewest);
    }
    say("exported in", begin);

    assertThat(killed).isTrue();
    assertThat(percents).hasSizeGreaterThan(3);
    assertThat(export.get("state").textValue()).isEqualTo("ready");
    assertThat(export.get("rowsWritten").intValue()).isEqualTo(ROWS);
    assertThat(link(id)).contains("/" + id + "/1.csv");
    var file = download(id);
    assertThat(file).startsWith(header("America/New_York", export));
    var rows = parsed(file);
    assertThat(rows.stream().map(row -> row.get(0)).toList()).isEqualTo(listed());
    assertThat(rows).anyMatch(row -> row.get(2).equals("'=1+1"));
  }

  @Test
  void undisturbedItTakesOneRunAfterTheOther() throws Exception {
    var begin = Instant.now();
    var id = start("UTC");
    var export = export(id);
    while (export.get("endedAt").isNull() && Instant.now().isBefore(begin.plus(PATIENCE))) {
      export = export(id);
    }
    say("undisturbed, exported in", begin);

    assertThat(download(id)).startsWith(header("UTC", export)).hasLineCount(ROWS + 1 + ROWS / 8);
  }

  /** R69: the nine columns and no other, the date's with the zone's offset when it was ordered. */
  private static String header(String zone, JsonNode export) {
    var ordered = Instant.parse(export.get("createdAt").textValue());
    boolean summer = ZoneId.of(zone).getRules().isDaylightSavings(ordered);
    var newYork = summer ? "-04:00" : "-05:00";
    return "\ufeffID,Rating,Feedback,User ID,User,Channel,Widget ID,Date [GMT"
        + (zone.equals("UTC") ? "+00:00" : newYork)
        + "],Chat History Link\r\n";
  }

  /** The template, but for less time and less memory. */
  private static Stack started() throws IOException {
    var repository = Path.of(System.getProperty("repository"));
    var template =
        Files.readString(repository.resolve("template.yaml"))
            .replace("Timeout: 300", "Timeout: 60")
            .replace("VisibilityTimeout: 360", "VisibilityTimeout: 65")
            .replace(
                "JAVA_TOOL_OPTIONS: -XX:+UseSerialGC\n",
                "JAVA_TOOL_OPTIONS: -XX:+UseSerialGC -Xmx256m\n");
    assertThat(template).contains("Timeout: 60\n", "VisibilityTimeout: 65", "-Xmx256m");
    var changed = Files.writeString(folder.resolve("template.yaml"), template);
    return Stack.start(
        new Settings(
            changed,
            0,
            Map.of(),
            new Artifacts(repository),
            folder.resolve("outbox"),
            Optional.empty(),
            line -> {}));
  }

  /** How many rows are in parts that a run can go on behind, once there are some. */
  private static Optional<Long> rowsOfParts(String id) {
    try (var dynamo = dynamo(stack.account().credentials())) {
      return dynamo
          .query(
              query ->
                  query
                      .tableName("RatingsTable")
                      .keyConditionExpression("pk = :exports")
                      .expressionAttributeValues(
                          Map.of(":exports", AttributeValue.fromS("w#many#EXPORT"))))
          .items()
          .stream()
          .filter(item -> item.get("id").s().equals(id))
          .flatMap(item -> Stream.ofNullable(item.get("checkpoint")))
          .map(checkpoint -> Long.valueOf(checkpoint.m().get("rows").n()))
          .findFirst();
    }
  }

  private static DynamoDbClient dynamo(AwsCredentialsProvider credentials) {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create(stack.endpoints().get("AWS_ENDPOINT_URL_DYNAMODB")))
        .region(stack.account().sdkRegion())
        .credentialsProvider(credentials)
        .build();
  }

  private static Optional<ProcessHandle> function() {
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().commandLine().orElse("").contains(FUNCTION))
        .findFirst();
  }

  private static String start(String zone) {
    var started = admin.post("/v1/exports", "{\"timeZone\":\"" + zone + "\"}");
    assertThat(started.status()).as(started.body()).isEqualTo(202);
    return started.header("location").replace("/v1/exports/", "");
  }

  private static JsonNode export(String id) throws IOException {
    return JSON.readTree(admin.get("/v1/exports/" + id).body());
  }

  private static List<String> listed() throws IOException {
    var ids = new ArrayList<String>();
    var path = "/v1/ratings?limit=200&sort=recordedAt";
    var next = "";
    do {
      var page = JSON.readTree(admin.get(path + next).body());
      page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
      next = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").textValue();
    } while (!next.isEmpty());
    return ids;
  }

  private static String link(String id) {
    return admin.get("/v1/exports/" + id + "/file").header("location");
  }

  private static String download(String id) throws IOException, InterruptedException {
    var link = link(id);
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(link)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static List<CSVRecord> parsed(String file) throws IOException {
    var format = CSVFormat.RFC4180.builder().setSkipHeaderRecord(true).setHeader().get();
    try (var parser = format.parse(new StringReader(file.substring(1)))) {
      return parser.getRecords();
    }
  }

  private static void say(String what, Instant since) {
    System.out.println(what + " " + Duration.between(since, Instant.now()).toMillis() + " ms");
  }
}
