package ratings.functions.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratings.domain.rating.Deadlines.Swept;
import ratings.functions.Run;

class EnforceWindowsFunctionTest {
  private final List<String> log = new ArrayList<>();

  @Test
  void itSaysWhatItDid() {
    var function = new EnforceWindowsFunction(_ -> new Swept(3, 2, 1, 4));

    assertThat(function.handleRequest(new ScheduledEvent(), new Run(log, 50_000)))
        .isEqualTo(Map.of("closed", 3, "moved", 2, "left", 1, "reminded", 4));
    assertThat(log).containsExactly("{\"closed\":3,\"moved\":2,\"left\":1,\"reminded\":4}\n");
  }

  @Test
  void itBeginsNoPageThatItMayNotEnd() {
    var function =
        new EnforceWindowsFunction(mayGoOn -> new Swept(mayGoOn.getAsBoolean() ? 1 : 0, 0, 0, 0));

    assertThat(function.handleRequest(new ScheduledEvent(), new Run(log, 10_000)))
        .containsEntry("closed", 0);
    assertThat(function.handleRequest(new ScheduledEvent(), new Run(log, 10_001)))
        .containsEntry("closed", 1);
  }
}
