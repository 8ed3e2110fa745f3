package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom closes ask, and why not, by the whole table of the domain's tests. */
@AgainstTheStack
class AskingIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Api PLATFORM = RunningStack.adminOf("initech");
  private static final String CLOSE =
      """
      {"channel": "website", "closedBy": "teammate", "characters": 812, "customers": 1,
       "teammate": {"id": "t0"}}
      """;
  private static final String POLLS =
      "{\"name\": \"Polls\", \"url\": \"https://polls.example\", \"kind\": \"messenger\"}";

  @Test
  void r25EveryRowOfTheTableIsDecidedAndEveryReasonNamed() throws IOException {
    var rows = rows();
    var decided = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      decided.add(outcome("asking-" + i, rows.get(i)));
    }

    assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
    assertThat(decided)
        .isEqualTo(rows.stream().map(row -> row.get(1) + ": " + row.get(4)).toList());
  }

  /** Of a line and a conversation of that name. */
  private static String outcome(String name, List<String> row) throws IOException {
    var closedAt = Instant.now();
    var line = (ObjectNode) JSON.readTree("{\"channel\": \"website\", \"name\": \"Asking\"}");
    var close = (ObjectNode) JSON.readTree(CLOSE);
    close.put("lineId", name).put("closedAt", "" + closedAt).put("lastReplyAt", "" + closedAt);
    say(row.get(3), close, closedAt);
    if (close.remove("asked") != null) {
      show(name, line.toString());
    }
    say(row.get(2), line, closedAt);
    assertThat(PLATFORM.put("/v1/lines/" + name, line.toString()).status()).isLessThan(300);
    var answer = PLATFORM.post("/v1/conversations/" + name + "/close", close.toString());
    assertThat(answer.status()).as(row + " " + answer).isEqualTo(200);
    return row.get(1) + ": " + told(JSON.readTree(answer.body()));
  }

  /** A widget asks of its own, while it may. */
  private static void show(String name, String line) {
    assertThat(PLATFORM.put("/v1/lines/" + name, line).status()).isEqualTo(201);
    var shown = "{\"conversationId\": \"" + name + "\"}";
    assertThat(RunningStack.api().post("/v1/widgets/" + name + "/shown", shown).status())
        .isEqualTo(204);
  }

  private static String told(JsonNode answer) {
    if (answer.get("requested").booleanValue()) {
      return answer.at("/request/delivery").textValue();
    }
    var reasons = new ArrayList<String>();
    answer.get("reasons").forEach(reason -> reasons.add(reason.textValue()));
    return String.join(" ", reasons);
  }

  /** Puts into a document what a row says, a lonely minus taking away. */
  private static void say(String fields, ObjectNode document, Instant closedAt) throws IOException {
    for (var field : fields.isBlank() ? new String[0] : fields.split(" ")) {
      var parts = field.split("=", 2);
      if (parts[1].equals("-")) {
        document.remove(parts[0]);
      } else {
        document.set(parts[0], JSON.readTree(json(parts[1], closedAt)));
      }
    }
  }

  private static String json(String value, Instant closedAt) {
    if (value.startsWith("PT")) {
      return "\"" + closedAt.minus(Duration.parse(value)) + "\"";
    }
    if (value.matches("\\d+|true|false")) {
      return value;
    }
    if (value.equals("Polls")) {
      return POLLS;
    }
    return value.startsWith("[")
        ? value.replace("[", "[\"").replace(",", "\",\"").replace("]", "\"]")
        : "\"" + value + "\"";
  }

  private static List<List<String>> rows() throws IOException {
    var table = "functions/src/test/resources/ratings/domain/rating/asking.txt";
    try (var lines = Files.lines(Path.of(System.getProperty("repository"), table))) {
      return lines
          .skip(2)
          .map(row -> Arrays.stream(row.split("\\|", -1)).map(String::strip).toList())
          .toList();
    }
  }
}
