package ratings.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GatewayEventTest {
  @Test
  void aFunctionReadsWhatTheStageSays() throws IOException {
    var request =
        GatewayEvent.read(
            Requests.to("GET /admin").stage("api", "https://api.example/?a=b").event());

    assertThat(request.stageVariable("api")).isEqualTo("https://api.example/?a=b");
    assertThat(request.stageVariable("other")).isEmpty();
  }

  @Test
  void aStageMaySayNothing() throws IOException {
    var silent = "{\"routeKey\": \"GET /admin\", \"stageVariables\": null}";
    var request =
        GatewayEvent.read(new ByteArrayInputStream(silent.getBytes(StandardCharsets.UTF_8)));

    assertThat(request.stageVariables()).isEmpty();
  }

  @Test
  void aRehearsalHasAStageToo() throws IOException {
    var event = Rehearsal.of("GET /admin").stage("client", "c1").event();

    assertThat(GatewayEvent.read(new ByteArrayInputStream(event)).stageVariable("client"))
        .isEqualTo("c1");
  }
}
