package ratings.functions.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratings.domain.Unavailable;
import ratings.domain.export.Export;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.MemoryExports;
import ratings.domain.export.Orders;
import ratings.domain.export.Restarts;
import ratings.domain.notification.Digests;
import ratings.domain.notification.Scene;
import ratings.domain.rating.Deadlines.Swept;
import ratings.domain.rating.VirtualClock;
import ratings.functions.Run;

class EnforceWindowsFunctionTest {
  private final List<String> log = new ArrayList<>();
  private final VirtualClock clock = new VirtualClock();
  private final MemoryExports exports = MemoryExports.empty();
  private final List<Ticket> queue = new ArrayList<>();
  private final Restarts restarts = new Restarts(exports, queue::add, clock);
  private final Digests digests = Scene.of(clock).digests();

  @Test
  void itSaysWhatItDid() {
    var function = new EnforceWindowsFunction(_ -> new Swept(3, 2, 1, 4), restarts, digests);

    assertThat(function.handleRequest(Map.of(), new Run(log, 50_000)))
        .isEqualTo(
            Map.of(
                "closed", 3, "moved", 2, "left", 1, "reminded", 4, "restarted", 0, "digests", 0));
    assertThat(log)
        .containsExactly(
            "{\"closed\":3,\"moved\":2,\"left\":1,\"reminded\":4,\"restarted\":0,\"digests\":0}\n");
  }

  @Test
  void itBeginsNoPageThatItMayNotEnd() {
    var function =
        new EnforceWindowsFunction(
            mayGoOn -> new Swept(mayGoOn.getAsBoolean() ? 1 : 0, 0, 0, 0), restarts, digests);

    assertThat(function.handleRequest(Map.of(), new Run(log, 20_000))).containsEntry("closed", 0);
    assertThat(function.handleRequest(Map.of(), new Run(log, 20_001))).containsEntry("closed", 1);
  }

  @Test
  void itSendsTheTicketOfAnExportThatGotLostAlsoIfWindowsCannotBeClosed() {
    exports.add(Orders.everything());
    clock.advance(Export.PATIENCE);
    var function =
        new EnforceWindowsFunction(
            _ -> {
              throw new Unavailable("no table", new IllegalStateException());
            },
            restarts,
            digests);

    assertThatThrownBy(() -> function.handleRequest(Map.of(), new Run(log, 50_000)))
        .isInstanceOf(Unavailable.class);

    assertThat(queue).containsExactly(new Ticket("w1", "e1", 0));
    assertThat(log).containsExactly("{\"restarted\":1,\"digests\":0}\n");
  }
}
