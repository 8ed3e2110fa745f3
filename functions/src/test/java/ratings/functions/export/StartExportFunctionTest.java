package ratings.functions.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.Tenancy;
import ratings.domain.Unavailable;
import ratings.domain.export.Export;
import ratings.domain.export.ExportQueue;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun;
import ratings.domain.export.Measures;
import ratings.domain.export.MemoryExports;
import ratings.domain.export.MemoryFiles;
import ratings.domain.export.Shift;
import ratings.domain.export.State;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.FakeRatingPages;
import ratings.http.Answers;
import ratings.http.HostileBodies;
import ratings.http.Requests;
import ratings.http.Response;

class StartExportFunctionTest {
  private static final int MALFORMED = 10_000;

  private final MemoryExports exports = MemoryExports.empty();
  private final MemoryFiles files = new MemoryFiles();
  private final VirtualClock clock = new VirtualClock();
  private final List<Ticket> queue = new ArrayList<>();
  private final StartExportFunction function = function(queue::add);

  @Test
  void anOrderIsKeptQueuedAndAcknowledged() {
    var answer =
        start("{\"filter\": {\"rating[lte]\": \"2\"}, \"timeZone\": \"America/New_York\"}");

    assertThat(answer.status()).isEqualTo(202);
    var id = Answers.member(answer, "id").toString();
    assertThat(answer.headers()).containsEntry("location", "/v1/exports/" + id);
    assertThat(Answers.member(answer, "state")).isEqualTo("queued");
    assertThat(queue).containsExactly(new Ticket("w1", id, 0));
    assertThat(stored(id).order().offset()).hasToString("-05:00");
    assertThat(stored(id).order().by()).isEqualTo("ada");
  }

  @ParameterizedTest(name = "P23: {0}")
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"filter\": {\"colour\": \"red\"}}",
        "{\"filter\": {\"rating[lte]\": 2}}",
        "{\"filter\": [\"rating\"]}",
        "{\"timeZone\": \"Mars/Olympus\"}",
        "{\"timeZone\": \"+25:00\"}",
        "{\"columns\": [\"email\"]}",
        "{\"format\": \"xlsx\"}",
        "{\"limit\": 1}"
      })
  void anOrderThatBreaksTheContractIsInvalid(String body) {
    var answer = start(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(Answers.code(answer)).isEqualTo("invalid");
    assertThat(queue).isEmpty();
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var answer = start("{\"filter\": {\"rating[lte]\": \"x\"}, \"format\": \"x\", \"x\": 1}");

    assertThat(Answers.each(answer, "errors", "pointer"))
        .containsExactlyInAnyOrder("/filter/rating[lte]", "/format", "/x");
  }

  @Test
  void p23NoBodyMakesAnythingButAnExportOrA400() {
    var bodies =
        new HostileBodies(23, List.of("filter", "timeZone", "columns", "format", "rating[lte]"));
    for (int i = 0; i < MALFORMED; i++) {
      var answer = to("POST /v1/exports", "w1").body(bodies.next()).sentTo(function);
      assertThat(answer.status()).isIn(202, 400);
    }
  }

  @Test
  void anExportIsShownWhileItRunsAndAfterwards() {
    var id = started();

    assertThat(show(id).headers()).containsEntry("retry-after", "2");
    exports.replace(stored(id).failed("why", VirtualClock.START));
    assertThat(show(id).headers()).doesNotContainKey("retry-after");
    assertThat(Answers.member(show(id), "reason")).isEqualTo("why");
    assertThat(Answers.each(to("GET /v1/exports", "w1").sentTo(function), "items", "id"))
        .containsExactly(id);
  }

  @Test
  void p10ThereIsNoLinkBeforeTheFileIsWhole() {
    var id = started();

    var answer = of("GET /v1/exports/{id}/file", id, "w1").sentTo(function);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(Answers.code(answer)).isEqualTo("export-not-ready");
    assertThat(answer.headers()).containsKey("retry-after").doesNotContainKey("location");
  }

  @Test
  void aCancelledExportHasNoFileAndCancellingAgainChangesNothing() {
    var id = started();

    assertThat(of("DELETE /v1/exports/{id}", id, "w1").sentTo(function).status()).isEqualTo(204);
    assertThat(of("DELETE /v1/exports/{id}", id, "w1").sentTo(function).status()).isEqualTo(204);

    assertThat(stored(id).state()).isEqualTo(State.CANCELLED);
    assertThat(of("GET /v1/exports/{id}/file", id, "w1").sentTo(function).status()).isEqualTo(404);
  }

  @ParameterizedTest(name = "P20: {0} of another workspace's export is 404")
  @CsvSource({
    "GET /v1/exports/{id}",
    "GET /v1/exports/{id}/file",
    "DELETE /v1/exports/{id}",
  })
  void anotherWorkspacesExportIsNotFound(String route) {
    var id = started();

    assertThat(of(route, id, "w2").sentTo(function).status()).isEqualTo(404);
    assertThat(of(route, "w1#EXPORT", "w1").sentTo(function).status()).isEqualTo(404);
    assertThat(stored(id).state()).isEqualTo(State.QUEUED);
  }

  @Test
  void whoDeletesAReadyExportHasItsFileClearedAway() {
    var id = started();
    var run =
        new ExportRun(
            exports,
            new FakeRatingPages(),
            files,
            queue::add,
            Formats::of,
            Measures.usual(),
            clock,
            Runnable::run);
    var shift =
        new Shift("run-1", clock.instant().plusSeconds(60), clock.instant().plusSeconds(90));
    run.run(queue.removeFirst(), shift);
    var key = stored(id).upload().orElseThrow().key();
    assertThat(files.file(key)).isPresent();

    assertThat(of("DELETE /v1/exports/{id}", id, "w1").sentTo(function).status()).isEqualTo(204);

    run.run(queue.removeFirst(), shift);
    assertThat(files.file(key)).isEmpty();
    assertThat(of("GET /v1/exports/{id}/file", id, "w1").sentTo(function).status()).isEqualTo(404);
  }

  @Test
  void anExportIsNotThereAnyMoreOnceItsTimeIsOver() {
    var id = started();
    clock.advance(Export.KEPT.minusMillis(1));
    assertThat(show(id).status()).isEqualTo(200);

    clock.advance(Duration.ofMillis(1));

    assertThat(show(id).status()).isEqualTo(404);
    assertThat(Answers.member(to("GET /v1/exports", "w1").sentTo(function), "items"))
        .isEqualTo(List.of());
  }

  @ParameterizedTest(name = "D13: {0} takes the right")
  @ValueSource(
      strings = {
        "POST /v1/exports",
        "GET /v1/exports",
        "GET /v1/exports/{id}",
        "GET /v1/exports/{id}/file",
        "DELETE /v1/exports/{id}"
      })
  void withoutTheRightItIs403(String route) {
    var answer =
        Requests.to(route)
            .parameter("id", "x")
            .claim("workspace", "w1")
            .claim("scope", "ratings/read")
            .sentTo(function);

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void whatCannotBeQueuedIsFailedAndTriedAgainByTheCaller() {
    var unlucky =
        function(
            ticket -> {
              throw new Unavailable("down", null);
            });

    assertThat(to("POST /v1/exports", "w1").body("{}").sentTo(unlucky).status()).isEqualTo(503);
    assertThat(exports.newest("w1", 9)).extracting(Export::state).containsExactly(State.FAILED);
  }

  @Test
  void primingStartsNothing() throws IOException {
    assertThat(function.prime()).extracting(Response::status).containsExactly(200, 404);
    assertThat(queue).isEmpty();
  }

  private StartExportFunction function(ExportQueue tickets) {
    return new StartExportFunction(
        exports, tickets, files, new Tenancy("workspace", "teammate", ""), clock, UUID::randomUUID);
  }

  private String started() {
    return Answers.member(start("{}"), "id").toString();
  }

  private Response start(String body) {
    return to("POST /v1/exports", "w1").body(body).sentTo(function);
  }

  private Response show(String id) {
    return of("GET /v1/exports/{id}", id, "w1").sentTo(function);
  }

  private Export stored(String id) {
    return exports.find("w1", id).orElseThrow();
  }

  private static Requests of(String route, String id, String workspace) {
    return to(route, workspace).parameter("id", id);
  }

  private static Requests to(String route, String workspace) {
    return Requests.to(route)
        .claim("workspace", workspace)
        .claim("sub", "ada")
        .claim("scope", "ratings/export");
  }
}
