package ratings.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptWidgetsTest {
  private final List<String> lookedUp = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T09:30:00Z");
  private Optional<Line> stored = Optional.of(SampleLine.widget("shop").line());

  private final Widgets widgets =
      new KeptWidgets(
          id -> {
            lookedUp.add(id);
            return stored;
          },
          () -> now);

  @Test
  void aWidgetIsLookedUpOnceInThirtySeconds() {
    widgets.find("shop");
    now = now.plus(Duration.ofMillis(29_999));

    assertThat(widgets.find("shop")).isEqualTo(stored);
    assertThat(lookedUp).hasSize(1);
    now = now.plusMillis(1);
    widgets.find("shop");
    assertThat(lookedUp).hasSize(2);
  }

  @Test
  void anUnknownWidgetIsKeptAsUnknownForTwoSeconds() {
    stored = Optional.empty();
    widgets.find("shop");
    stored = Optional.of(SampleLine.widget("shop").line());

    now = now.plusMillis(1_999);
    assertThat(widgets.find("shop")).isEmpty();
    now = now.plusMillis(1);
    assertThat(widgets.find("shop")).isPresent();
  }

  @Test
  void whoAsksForManyIdsDoesNotFillTheMemory() {
    for (int i = 0; i < 1000; i++) {
      widgets.find("w" + i);
    }
    widgets.find("one more");

    widgets.find("w0");
    assertThat(lookedUp).filteredOn("w0"::equals).hasSize(2);
  }
}
