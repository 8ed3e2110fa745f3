package ratings.functions.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ratings.domain.report.Recount.Finding;
import ratings.functions.Run;

class ReconcileFunctionTest {
  private final List<String> log = new ArrayList<>();
  private final List<Set<String>> replaced = new ArrayList<>();
  private final ReconcileFunction function =
      new ReconcileFunction(
          (replacing, mayGoOn) -> {
            replaced.add(mayGoOn.getAsBoolean() ? replacing : Set.of("no time"));
            return Map.of("w#acme", new Finding(7, 1, 2, !replacing.isEmpty()));
          });

  @Test
  void theScheduleReplacesNothingAndADriftIsLogged() throws IOException {
    assertThat(run("{\"detail-type\":\"Scheduled Event\",\"detail\":{}}"))
        .isEqualTo(
            "[{\"workspace\":\"w#acme\",\"conversations\":7,\"mended\":1,\"drift\":2,"
                + "\"replaced\":false}]");

    assertThat(replaced).containsExactly(Set.of());
    assertThat(log).singleElement().asString().contains("\"drift\":2").endsWith("}\n");
  }

  @Test
  void anOperatorReplacesTheSumsOfAWorkspace() throws IOException {
    assertThat(run("{\"replace\":[\"acme\"]}")).contains("\"replaced\":true");

    assertThat(replaced).containsExactly(Set.of("acme"));
  }

  private String run(String event) throws IOException {
    var out = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), out, new Run(log, 900_000));
    return out.toString(UTF_8);
  }
}
