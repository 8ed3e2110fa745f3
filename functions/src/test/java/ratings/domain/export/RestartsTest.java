package ratings.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.rating.VirtualClock;

class RestartsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int DAY = 24 * 60;

  private final VirtualClock clock = new VirtualClock();
  private final MemoryExports exports = MemoryExports.empty();
  private final List<Ticket> queue = new ArrayList<>();

  @BeforeEach
  void anExportWaits() {
    exports.add(Orders.everything());
  }

  @Test
  void anExportThatWaitsGetsOneTicketMoreAndNoOtherForTwiceAsLong() {
    var restarts = new Restarts(exports, queue::add, clock);
    clock.advance(Export.PATIENCE);
    assertThat(restarts.restart()).isEqualTo(1);

    clock.advance(Export.PATIENCE.multipliedBy(2).minusMillis(1));
    assertThat(restarts.restart()).isZero();

    clock.advance(Duration.ofMillis(1));
    assertThat(restarts.restart()).isEqualTo(1);
  }

  @Test
  void aDayOfSweepsOverAnExportThatWaitsMakesFewTickets() {
    assertThat(ticketsOfADay(exports)).isBetween(6, 10);
  }

  @Test
  void aSweepThatIsAlwaysAsPatientMakesHundreds() {
    assertThat(
            ticketsOfADay(
                (now, _, most) -> exports.take(now, _ -> now.plus(Export.PATIENCE), most)))
        .isGreaterThan(200);
  }

  @Test
  void oneThatWasHandedOverLongAfterItWasOrderedIsBackedOffFromToo() {
    var lease = new Lease("run-1", Orders.NOW.plusSeconds(300));
    var claimed = ((Claim.Granted) Orders.everything().claim(lease, Orders.NOW)).export();
    exports.replace(claimed);
    exports.replace(claimed.handedOver(Optional.empty()));

    assertThat(ticketsOfADay(exports)).isBetween(6, 10);
  }

  private int ticketsOfADay(OverdueExports overdue) {
    var restarts = new Restarts(overdue, queue::add, clock);
    for (int minute = 0; minute < DAY; minute++) {
      clock.advance(MINUTE);
      restarts.restart();
    }
    return queue.size();
  }
}
