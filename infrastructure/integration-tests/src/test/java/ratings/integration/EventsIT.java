package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ratings.local.template.FunctionEvent.HttpRoute;
import ratings.local.template.FunctionEvent.ScheduleEvent;
import ratings.local.template.FunctionResource;

/** Replays events/ as its table has it, and holds the answers against openapi.yaml. */
@AgainstTheStack
class EventsIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path EVENTS = Path.of("..", "..", "events");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `((\\w+)/[\\w-]+\\.json)` +\\| (\\d{3}) +\\|");
  private static final OpenApi API = OpenApi.read();

  /** A row of the table, in whose order events are replayed. */
  record Case(String file, String function, int status) {
    @Override
    public String toString() {
      return file;
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void anEventIsAnsweredAsTheTableSaysAndAsTheApiIsDescribed(Case row) throws IOException {
    var event = JSON.readTree(EVENTS.resolve(row.file()).toFile());
    if (!event.has("routeKey")) {
      var answer = invoked(row.function(), event);
      assertThat(answer.status()).isEqualTo(row.status());
      assertThat(answer.body()).doesNotContain("itemIdentifier");
      return;
    }
    var route = event.get("routeKey").textValue();

    assertThat(routes(row.function())).contains(route);
    var answer = invoke(row.function(), event);
    assertThat(answer.status()).as(answer.body()).isEqualTo(row.status());
    assertThat(API.flaws(route, answer)).isEmpty();
  }

  @Test
  void everyEventStandsInTheTable() throws IOException {
    try (var files = Files.walk(EVENTS)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")))
          .extracting(file -> EVENTS.relativize(file).toString().replace('\\', '/'))
          .containsExactlyInAnyOrderElementsOf(table().map(Case::file).toList());
    }
  }

  @Test
  void everyFunctionHasAnEventOfEachOfItsRoutes() throws IOException {
    for (var function : RunningStack.template().functions()) {
      assertThat(table().filter(row -> row.function().equals(function.id())))
          .extracting(row -> JSON.readTree(EVENTS.resolve(row.file()).toFile()).path("routeKey"))
          .extracting(JsonNode::textValue)
          .containsAll(routes(function.id()));
    }
  }

  @Test
  void whatAScheduleSendsIsTakenByItsFunction() throws IOException {
    for (var function : RunningStack.template().functions()) {
      for (var input : inputs(function)) {
        assertThat(invoked(function.id(), JSON.readTree(input)).status()).isEqualTo(200);
      }
    }
  }

  private static Stream<Case> table() throws IOException {
    return ROW.matcher(Files.readString(EVENTS.resolve("README.md")))
        .results()
        .map(row -> new Case(row.group(1), row.group(2), Integer.parseInt(row.group(3))));
  }

  private static List<String> routes(String function) {
    return RunningStack.template().functions().stream()
        .filter(it -> it.id().equals(function))
        .flatMap(it -> it.events().stream())
        .filter(HttpRoute.class::isInstance)
        .map(event -> ((HttpRoute) event).key())
        .toList();
  }

  private static List<String> inputs(FunctionResource function) {
    return function.events().stream()
        .filter(ScheduleEvent.class::isInstance)
        .flatMap(event -> ((ScheduleEvent) event).input().stream())
        .toList();
  }

  private static Reply invoke(String function, JsonNode event) throws IOException {
    return Reply.of(JSON.readTree(invoked(function, event).body()));
  }

  private static Api.Answer invoked(String function, JsonNode event) {
    var invoked = RunningStack.api().post("/_local/invoke/" + function, event.toString());
    assertThat(invoked.header("x-amz-function-error")).as(invoked.body()).isEmpty();
    return invoked;
  }
}
