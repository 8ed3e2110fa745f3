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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An admin exports what is filtered, and downloads it through a link. */
@AgainstTheStack
class ExportIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Api ADMIN = RunningStack.adminOf("wonka");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> FEEDBACK =
      List.of("=1+1", "'quoted'", "a,\\\"b\\\"\\nc", "fine");

  @BeforeAll
  static void someRatings() {
    ADMIN.put("/v1/lines/wonka-web", "{\"channel\":\"website\",\"name\":\"Wonka\"}");
    for (int i = 0; i < 8; i++) {
      var feedback = i < 4 ? ",\"feedback\":\"" + FEEDBACK.get(i) + "\"" : "";
      var body = "{\"conversationId\":\"h-" + i + "\",\"score\":" + (1 + i % 5) + feedback + "}";
      RunningStack.api().post("/v1/widgets/wonka-web/ratings", body);
    }
  }

  @Test
  void r68ToR78TheRowsOfTheFilterAreDownloadedAsCsv() throws Exception {
    var id = start("{\"filter\":{\"rating[lte]\":\"3\"},\"timeZone\":\"UTC\"}");
    var export = ended(id);
    assertThat(export.get("state").textValue()).isEqualTo("ready");

    var file = download(id);

    assertThat(file)
        .startsWith(
            "\ufeffID,Rating,Feedback,User ID,User,Channel,Widget ID,Date [GMT+00:00],"
                + "Chat History Link\r\n");
    var rows = parsed(file);
    var listed = JSON.readTree(ADMIN.get("/v1/ratings?rating%5Blte%5D=3&sort=recordedAt").body());
    assertThat(rows.stream().map(row -> row.get(0)))
        .isEqualTo(listed.get("items").findValuesAsText("id"));
    assertThat(rows.stream().map(row -> row.get(2)))
        .contains("'=1+1", "''quoted'", "a,\"b\"\nc")
        .doesNotContain("fine");
    assertThat(export.get("rowsWritten").intValue()).isEqualTo(rows.size());
    assertThat(export.get("percent").intValue()).isEqualTo(100);
  }

  @Test
  void p20AStrangerGetsNeitherTheExportNorItsFile() {
    var id = start("{}");
    var stranger = RunningStack.adminOf("umbrella");

    assertThat(stranger.get("/v1/exports/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/exports/" + id + "/file").status()).isEqualTo(404);
    assertThat(stranger.get("/v1/exports").body()).doesNotContain(id);
  }

  @Test
  void r68JsonLinesAreTheRatingsOfTheList() throws Exception {
    var id = start("{\"filter\":{\"conversationId\":\"h-0\"},\"format\":\"jsonl\"}");
    assertThat(ended(id).get("state").textValue()).isEqualTo("ready");

    assertThat(download(id).strip()).isEqualTo(ADMIN.get("/v1/ratings/h-0").body());
  }

  private static String start(String order) {
    var started = ADMIN.post("/v1/exports", order);
    assertThat(started.status()).as(started.body()).isEqualTo(202);
    return started.header("location").replace("/v1/exports/", "");
  }

  private static JsonNode ended(String id) throws IOException {
    var patience = Instant.now().plus(PATIENCE);
    var export = JSON.readTree(ADMIN.get("/v1/exports/" + id).body());
    while (export.get("endedAt").isNull() && Instant.now().isBefore(patience)) {
      export = JSON.readTree(ADMIN.get("/v1/exports/" + id).body());
    }
    return export;
  }

  private static String download(String id) throws IOException, InterruptedException {
    var link = ADMIN.get("/v1/exports/" + id + "/file");
    assertThat(link.status()).as(link.body()).isEqualTo(302);
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(link.header("location"))).build();
      var file = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
      return file.body();
    }
  }

  private static List<CSVRecord> parsed(String file) throws IOException {
    var format = CSVFormat.RFC4180.builder().setSkipHeaderRecord(true).setHeader().get();
    try (var parser = format.parse(new StringReader(file.substring(1)))) {
      return parser.getRecords();
    }
  }
}
