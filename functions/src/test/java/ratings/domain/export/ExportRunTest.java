package ratings.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.domain.Unavailable;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun.Outcome;

class ExportRunTest {
  private static final int LONG = 1_000;
  private static final int MORE_THAN_THERE_IS = 1_000_000;
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
  void p10AnExportThatFindsLessThanAPartInAShiftGetsOnAllTheSame() {
    var selective = new ExportScene(MemoryExports.empty(), MORE_THAN_THERE_IS);
    int runs = 0;
    while (!selective.queue.isEmpty()) {
      selective.run(selective.queue.remove(), ExportScene.undisturbed(), 0);
      runs++;
    }

    assertThat(runs).isGreaterThan(3);
    assertThat(selective.linked()).contains(ExportScene.whole());
    assertThat(selective.job().progress().bytes()).isEqualTo(ExportScene.whole().length());
    assertThat(selective.files.put()).isEqualTo(1);
    assertThat(selective.files.count()).isEqualTo(1);
  }

  @Test
  void aPageThatDoesNotComeInTimeIsLeftToTheNextRun() {
    var reads = new AtomicInteger();
    var never = new CountDownLatch(1);
    var steps =
        Steps.atEach(
            "before reading a page",
            () -> {
              if (reads.incrementAndGet() == 3) {
                scene.clock.advance(Duration.ofSeconds(9));
                await(never);
              }
            });
    try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(scene.run(scene.queue.remove(), steps, 4, background))
          .isEqualTo(Outcome.HANDED_OVER);
      never.countDown();
    }

    assertThat(scene.job().checkpoint().orElseThrow().progress().rows()).isEqualTo(20);
    assertThat(scene.run(scene.queue.remove(), ExportScene.undisturbed(), LONG))
        .isEqualTo(Outcome.READY);
    assertThat(scene.linked()).contains(ExportScene.whole());
    assertThat(scene.files.count()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"before sending part 2, 500", "before putting the rest aside, 1000000"})
  void whatTheStoreWouldNotHaveAtTheEndOfAShiftIsReadAndSentAgain(String step, int partBytes) {
    var refused = new ExportScene(MemoryExports.empty(), partBytes);
    var refusals = new AtomicInteger();
    var steps =
        Steps.atEach(
            step,
            () -> {
              if (refusals.getAndIncrement() == 0) {
                throw new Unavailable("not now", new IllegalStateException());
              }
            });
    while (!refused.queue.isEmpty()) {
      refused.run(refused.queue.remove(), steps, 2);
    }

    assertThat(refusals).hasPositiveValue();
    assertThat(refused.linked()).contains(ExportScene.whole());
    assertThat(refused.job().losses().count()).isZero();
    assertThat(refused.files.count()).isEqualTo(1);
  }

  @Test
  void p10AFileIsPutTogetherByARunThatHasTheTimeForIt() {
    var steps =
        Steps.atEach(
            "after keeping it as running",
            () -> {
              if (scene.job().progress().rows() == 50) {
                scene.clock.advance(Duration.ofSeconds(LONG));
              }
            });

    assertThat(scene.run(scene.queue.remove(), steps, LONG)).isEqualTo(Outcome.HANDED_OVER);
    assertThat(scene.job().checkpoint().orElseThrow().progress().rows()).isEqualTo(50);

    assertThat(scene.run(scene.queue.remove(), ExportScene.undisturbed(), LONG))
        .isEqualTo(Outcome.READY);
    assertThat(scene.linked()).contains(ExportScene.whole());
  }

  @Test
  void p10AnUploadThatIsGoneIsBegunAnewAlsoWhereNoPartOfItWasThereYet() {
    var aside = new ExportScene(MemoryExports.empty(), MORE_THAN_THERE_IS);
    aside.run(aside.queue.remove(), ExportScene.undisturbed(), 0);
    assertThat(aside.job().checkpoint().orElseThrow().parts()).isZero();
    aside.files.expire(aside.job().upload().orElseThrow());

    assertThat(aside.run(aside.queue.remove(), ExportScene.undisturbed(), LONG))
        .isEqualTo(Outcome.READY);

    assertThat(aside.linked()).contains(ExportScene.whole());
    assertThat(aside.files.count()).isEqualTo(1);
  }

  @Test
  void anExportThatIsCancelledWhileItsFileIsBegunAnewLeavesNothing() {
    var aside = new ExportScene(MemoryExports.empty(), MORE_THAN_THERE_IS);
    aside.run(aside.queue.remove(), ExportScene.undisturbed(), 0);
    aside.files.expire(aside.job().upload().orElseThrow());
    var steps =
        Steps.atEach(
            "after beginning the upload",
            () -> aside.exports.replace(aside.job().cancelled(aside.clock.instant())));

    assertThat(aside.run(aside.queue.remove(), steps, LONG)).isEqualTo(Outcome.STOPPED);

    assertThat(aside.files.count()).isZero();
  }

  @Test
  void anExportThatNeverGetsAnywhereIsGivenUp() {
    var stuck = new ExportScene(MemoryExports.empty(), MORE_THAN_THERE_IS);
    var steps =
        Steps.atEach(
            "before putting the rest aside",
            () -> {
              throw new Unavailable("never", new IllegalStateException());
            });
    var outcome = Outcome.HANDED_OVER;
    while (!stuck.queue.isEmpty()) {
      outcome = stuck.run(stuck.queue.remove(), steps, 0);
    }

    assertThat(outcome).isEqualTo(Outcome.GIVEN_UP);
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
  void theFileOfAnExportThatIsCancelledWhenItIsReadyGoesWithItsNextTicket() {
    var ticket = scene.queue.remove();
    scene.run(ticket, ExportScene.undisturbed(), LONG);
    scene.run(ticket, ExportScene.undisturbed(), LONG);
    assertThat(scene.files.count()).isEqualTo(1);

    scene.exports.replace(scene.job().cancelled(scene.clock.instant()));

    assertThat(scene.run(ticket, ExportScene.undisturbed(), LONG)).isEqualTo(Outcome.STOPPED);
    assertThat(scene.files.count()).isZero();
  }

  @Test
  void whatARunIsAtIsClearedAwayByThatRunAlone() {
    var ticket = scene.queue.remove();
    var steps =
        new Steps(
            15,
            () -> {
              scene.exports.replace(scene.job().cancelled(scene.clock.instant()));
              scene.run(ticket, ExportScene.undisturbed(), LONG);
              assertThat(scene.files.count()).isEqualTo(1);
            });

    assertThat(scene.run(ticket, steps, LONG)).isEqualTo(Outcome.STOPPED);
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
