package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import ratings.aws.DynamoRatingPages;
import ratings.aws.DynamoRecount;
import ratings.aws.DynamoTallies;
import ratings.aws.Retries;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingFilter;
import ratings.domain.rating.list.Sort;
import ratings.domain.report.Period;
import ratings.integration.OneByOne.Question;
import ratings.local.Settings;
import ratings.local.Stack;
import ratings.local.lambda.Artifacts;
import ratings.sample.ManyConversations;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Reports of 100,000 conversations are what a recount one by one comes to although the stream
 * brought every batch twice and failed at one delivery in ten, cost what reports of 1,000 cost, and
 * miss nothing for a record that nobody can read (P6, P7, F6, F7). Only in the long run.
 */
@EnabledIfSystemProperty(named = "figures.times", matches = "10")
class ManyReportsIT {
  private static final int MANY = Integer.getInteger("ratings.many", 100_000);
  private static final int FEW = 1_000;
  private static final int QUESTIONS = 200;
  private static final int BATCH = 200;
  private static final String TABLE = "RatingsTable";
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Duration PATIENCE = Duration.ofMinutes(40);
  private static final Period YEAR = lastTwelveMonths();
  private static final JsonMapper JSON = new JsonMapper();

  private static final BadDeliveries DELIVERIES = new BadDeliveries(7);

  @TempDir static Path folder;
  private static Stack stack;
  private static OneByOne lots;

  @BeforeAll
  static void aStackThatHasCountedManyConversations() throws IOException {
    stack = started();
    try (var dynamo = dynamo()) {
      dynamo.putItem(put -> put.tableName(TABLE).item(POISON));
      write(dynamo, "few", FEW);
      lots = write(dynamo, "lots", MANY);
    }
    var begin = Instant.now();
    awaitCounted("few", FEW);
    awaitCounted("lots", MANY);
    say("counted in", begin);
    System.out.printf(
        "%s batches came twice, %s deliveries did not arrive, %s were not answered%n",
        DELIVERIES.doubled(), DELIVERIES.unreached(), DELIVERIES.unanswered());
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void p6AnyReportEqualsARecountOneByOneAlthoughBatchesCameTwiceAndFailed() throws IOException {
    assertThat(DELIVERIES.doubled()).isGreaterThanOrEqualTo((FEW + MANY) / BATCH);
    assertThat(DELIVERIES.unreached()).isPositive();
    assertThat(DELIVERIES.unanswered()).isPositive();
    var random = new Random(7);
    for (int i = 0; i < QUESTIONS; i++) {
      var question = question(random);
      var answer = admin("lots").get("/v1/reports/ratings?" + question.query());
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(OneByOne.answered(JSON.readTree(answer.body())))
          .as(question.query())
          .isEqualTo(lots.expected(question));
    }
  }

  /** Folded, as the recount leaves months behind; and it finds nothing wrong with them. */
  @Test
  void f6F7AYearsReportAndAPageTakeTheSameReadsWhateverThereIs() {
    try (var dynamo = dynamo()) {
      var tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
      var findings =
          new DynamoRecount(dynamo, TABLE, tomorrow, Retries.inTheBackground())
              .run(Set.of(), () -> true);
      assertThat(findings.get("lots").conversations()).isGreaterThanOrEqualTo(MANY);
      assertThat(findings.values()).allMatch(it -> it.drift() == 0 && it.mended() == 0);

      var report = units(dynamo, it -> report(it, "lots"));
      var page = units(dynamo, it -> page(it, "lots"));
      System.out.println("a year's report takes " + report + ", a page of 50 " + page);
      assertThat(report).isEqualTo(units(dynamo, it -> report(it, "few")));
      assertThat(page).isEqualTo(units(dynamo, it -> page(it, "few")));
    }
  }

  @Test
  void p7ARecordThatNobodyCanReadIsKeptAndStopsNobody() {
    try (var s3 = s3()) {
      var failures =
          s3.listBuckets().buckets().stream()
              .filter(bucket -> bucket.name().contains("failure"))
              .findFirst()
              .orElseThrow();
      assertThat(s3.listObjectsV2(list -> list.bucket(failures.name())).contents())
          .filteredOn(object -> object.key().startsWith("TallyFunction/"))
          .hasSize(1);
    }
  }

  /** The template, but for smaller batches, of which enough fail; nobody is told of each rating. */
  private static Stack started() throws IOException {
    var repository = Path.of(System.getProperty("repository"));
    var template =
        Files.readString(repository.resolve("template.yaml"))
            .replace("BatchSize: 1000", "BatchSize: " + BATCH);
    assertThat(template).contains("BatchSize: " + BATCH);
    return Stack.start(
        new Settings(
            Files.writeString(folder.resolve("template.yaml"), template),
            0,
            Map.of("RatingEvents", "false"),
            new Artifacts(repository),
            folder.resolve("outbox"),
            Optional.empty(),
            line -> {},
            DELIVERIES::to));
  }

  private static final Map<String, AttributeValue> POISON =
      Map.of(
          "pk", AttributeValue.fromS("w#lots#C#poison"),
          "sk", AttributeValue.fromS("RATING"),
          "scale", AttributeValue.fromS("furlongs"));

  /** Whole months, so that each has conversations of every kind. */
  private static Period lastTwelveMonths() {
    var month = YearMonth.now(ZONE);
    return new Period(month.minusMonths(12).atDay(1), month.minusMonths(1).atEndOfMonth());
  }

  private static OneByOne write(DynamoDbClient dynamo, String workspace, int count) {
    var kinds = new Kinds(workspace);
    admin(workspace).put("/v1/settings", "{\"timeZone\":\"" + ZONE + "\"}");
    kinds.createLines(admin(workspace));
    var begin = Instant.now();
    var written =
        new ManyConversations(dynamo, TABLE, workspace, kinds.all())
            .write(count, instant(YEAR.from()), instant(YEAR.to().plusDays(1)).minusMillis(1));
    say(count + " generated in", begin);
    return new OneByOne(written, ZONE);
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** While everything counts, a report may take too long; then it is asked for again. */
  private static void awaitCounted(String workspace, long count) throws IOException {
    var end = Instant.now().plus(PATIENCE);
    var path = "/v1/reports/ratings?from=" + YEAR.from() + "&to=" + YEAR.to();
    long counted = 0;
    while (counted < count) {
      assertThat(Instant.now()).as("%s of %s are counted", counted, count).isBefore(end);
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      counted =
          JSON.readTree(admin(workspace).get(path).body()).path("total").path("asked").asLong();
    }
  }

  private static Question question(Random random) {
    var from = YEAR.from().plusDays(random.nextInt(-40, 365));
    var filters = new TreeMap<String, String>();
    var kind = new Kinds("lots").all().get(random.nextInt(Kinds.COUNT));
    for (var name : List.of("line", "channel", "team", "teammate", "bot", "survey", "scale")) {
      var some = random.nextInt(4) > 0 ? Optional.<String>empty() : OneByOne.value(name, kind);
      boolean id = Set.of("line", "teammate", "bot").contains(name);
      some.ifPresent(value -> filters.put(id ? name + "Id" : name, value));
    }
    var cuts = List.of("day", "teammate", "team", "line", "channel", "bot", "survey");
    return new Question(
        from,
        from.plusDays(random.nextInt(random.nextBoolean() ? 10 : 380)),
        cuts.get(random.nextInt(cuts.size())),
        filters);
  }

  private static void report(DynamoDbClient dynamo, String workspace) {
    new DynamoTallies(dynamo, TABLE, Retries.whileSomebodyWaits())
        .cells(workspace, YEAR.previous().from(), YEAR.to());
  }

  private static void page(DynamoDbClient dynamo, String workspace) {
    var query =
        new PageQuery(workspace, RatingFilter.NONE, Sort.NEWEST_FIRST, 50, Optional.empty());
    var page = new DynamoRatingPages(dynamo, TABLE, Retries.whileSomebodyWaits()).read(query);
    assertThat(page.rows()).hasSize(50);
  }

  /** What each request of it takes, in read units. */
  private static List<Double> units(DynamoDbClient dynamo, Consumer<DynamoDbClient> reading) {
    var counted = new CountedReads(dynamo);
    reading.accept(counted);
    return counted.units();
  }

  private static Api admin(String workspace) {
    return new Api(stack.url(), "")
        .as(stack.issuer().token("ada", workspace, "ratings/read ratings/settings"));
  }

  private static DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create(stack.endpoints().get("AWS_ENDPOINT_URL_DYNAMODB")))
        .region(stack.account().sdkRegion())
        .credentialsProvider(stack.account().credentials())
        .build();
  }

  private static S3Client s3() {
    return S3Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create(stack.endpoints().get("AWS_ENDPOINT_URL_S3")))
        .forcePathStyle(true)
        .region(stack.account().sdkRegion())
        .credentialsProvider(stack.account().credentials())
        .build();
  }

  private static void say(String what, Instant since) {
    System.out.println(what + " " + Duration.between(since, Instant.now()).toMillis() + " ms");
  }
}
