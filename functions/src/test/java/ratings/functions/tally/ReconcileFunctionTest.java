package ratings.functions.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ratings.domain.Unavailable;
import ratings.domain.report.Recount.Finding;
import ratings.functions.Run;

class ReconcileFunctionTest {
  private final List<String> log = new ArrayList<>();
  private final List<Set<String>> replaced = new ArrayList<>();
  private final ReconcileFunction function =
      new ReconcileFunction(
          (replacing, mayGoOn) -> {
            replaced.add(mayGoOn.getAsBoolean() ? replacing : Set.of("no time"));
            return Map.of("acme", new Finding(7, 1, 0, 2, replacing.size()));
          });

  @Test
  void theScheduleReplacesNothingAndADriftIsLogged() throws IOException {
    assertThat(run("{\"detail-type\":\"Scheduled Event\",\"detail\":{}}"))
        .isEqualTo(
            "[{\"workspace\":\"acme\",\"conversations\":7,\"mended\":1,\"aside\":0,"
                + "\"drift\":2,\"replaced\":0}]");

    assertThat(replaced).containsExactly(Set.of());
    assertThat(log).singleElement().asString().contains("\"drift\":2").endsWith("}\n");
  }

  @Test
  void anOperatorReplacesTheSumsOfAWorkspace() throws IOException {
    assertThat(run("{\"replace\":[\"acme\"]}")).contains("\"replaced\":1");

    assertThat(replaced).containsExactly(Set.of("acme"));
  }

  @Test
  void whatFailsIsInTheLogAndGoesOnToLambda() {
    var failing =
        new ReconcileFunction(
            (_, _) -> {
              throw new Unavailable("no time left", null);
            });

    assertThatThrownBy(() -> run(failing, "{}")).isInstanceOf(Unavailable.class);
    assertThat(log).containsExactly("{\"trouble\":\"recount failed\"}\n");
  }

  private String run(String event) throws IOException {
    return run(function, event);
  }

  private String run(ReconcileFunction function, String event) throws IOException {
    var out = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), out, new Run(log, 900_000));
    return out.toString(UTF_8);
  }
}
