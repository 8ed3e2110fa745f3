package ratings.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun.Outcome;

class ExportRunTest {
  private static final int LONG = 1_000;
  private final ExportScene scene = new ExportScene(MemoryExports.empty());

  @Test
  void anExportIsWrittenPartByPartAndThenReady() {
    var outcome = scene.run(scene.queue.remove(), ExportScene.undisturbed(), LONG);

    assertThat(outcome).isEqualTo(Outcome.READY);
    assertThat(scene.linked()).contains(ExportScene.whole());
    assertThat(scene.files.put()).isGreaterThan(3);
    assertThat(scene.job().progress().rows()).isEqualTo(60);
    assertThat(scene.job().progress().bytes())
        .isEqualTo(scene.linked().orElseThrow().getBytes(StandardCharsets.UTF_8).length);
    assertThat(scene.job().progress().percent()).isEqualTo(100);
  }

  @Test
  void aRunOutOfTimeHandsOverAndTheNextGoesOnBehindItsLastPart() {
    int runs = 0;
    var outcome = Outcome.HANDED_OVER;
    while (!scene.queue.isEmpty()) {
      outcome = scene.run(scene.queue.remove(), ExportScene.undisturbed(), 3);
      runs++;
    }

    assertThat(outcome).isEqualTo(Outcome.READY);
    assertThat(runs).isGreaterThan(1);
    assertThat(scene.linked()).contains(ExportScene.whole());
    assertThat(scene.files.count()).isEqualTo(1);
  }

  @Test
  void anExportThatNeverGetsAnywhereIsGivenUp() {
    var stuck = new ExportScene(MemoryExports.empty(), 4_000_000);
    while (!stuck.queue.isEmpty()) {
      stuck.run(stuck.queue.remove(), ExportScene.undisturbed(), 0);
    }

    assertThat(stuck.job().state()).isEqualTo(State.FAILED);
    assertThat(stuck.job().reason()).contains("It was handed over too often.");
    assertThat(stuck.files.count()).isZero();
  }

  @Test
  void aCancelledExportStopsAndLeavesNothing() {
    var once = new AtomicBoolean();
    var steps =
        new Steps(
            15,
            () -> once.set(scene.exports.replace(scene.job().cancelled(scene.clock.instant()))));

    var outcome = scene.run(scene.queue.remove(), steps, LONG);

    assertThat(once).isTrue();
    assertThat(outcome).isEqualTo(Outcome.STOPPED);
    assertThat(scene.job().state()).isEqualTo(State.CANCELLED);
    assertThat(scene.files.count()).isZero();
  }

  @Test
  void aTicketThatComesTwiceFindsTheOtherRunBusyAndThenNothingToDo() {
    var ticket = scene.queue.remove();
    var steps =
        new Steps(
            12,
            () ->
                assertThat(scene.run(ticket, ExportScene.undisturbed(), LONG))
                    .isEqualTo(Outcome.BUSY));

    assertThat(scene.run(ticket, steps, LONG)).isEqualTo(Outcome.READY);
    assertThat(scene.run(ticket, ExportScene.undisturbed(), LONG)).isEqualTo(Outcome.STOPPED);
    assertThat(scene.linked()).contains(ExportScene.whole());
  }

  @Test
  void aTicketForWhatIsNotThereIsDone() {
    assertThat(scene.run(new Ticket("w2", "e1", 0), ExportScene.undisturbed(), LONG))
        .isEqualTo(Outcome.STOPPED);
  }
}
