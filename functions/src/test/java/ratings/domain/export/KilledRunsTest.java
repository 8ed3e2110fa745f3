package ratings.domain.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.export.ExportRun.Outcome;

/**
 * P10: the link never shows a partial file; killed at any step an export resumes or restarts; a
 * zombie of an earlier attempt cannot win.
 */
class KilledRunsTest {
  private static final int LONG = 1_000;
  private static final int SMALL = 500;
  private static final int MORE_THAN_THERE_IS = 1_000_000;
  private static final int SOME_STEPS = 7;
  private static final String NOT_AS_IT_WAS = "no such upload|part .* is another one";

  @Test
  void p10KilledAtAnyStepItIsWrittenAllTheSame() {
    assertThat(killedAtEach(LONG, KilledRunsTest::bringAgain).written())
        .contains(
            "after finding the job",
            "after beginning the upload",
            "before sending part 2",
            "after sending part 2",
            "before completing",
            "after completing",
            "before keeping it as ready",
            "after keeping it as ready");
  }

  @Test
  void p10KilledAtAnyStepOfAHandOverItIsWrittenAllTheSame() {
    assertThat(killedAtEach(3, KilledRunsTest::bringAgain).written())
        .contains("before sending the ticket", "after sending the ticket", "after finding parts");
  }

  @Test
  void p10KilledAtAnyStepAroundWhatIsPutAsideItIsWrittenAllTheSame() {
    assertThat(killedAtEach(2, MORE_THAN_THERE_IS, KilledRunsTest::bringAgain).written())
        .contains(
            "before putting the rest aside",
            "after putting the rest aside",
            "before taking up the rest",
            "after taking up the rest",
            "before completing");
  }

  @Test
  void p10KilledAtAnyStepAndItsTicketLostItIsBroughtBack() {
    assertThat(killedAtEach(3, KilledRunsTest::loseAndRestart).written())
        .contains("after finding the job", "before sending the ticket", "before completing");
  }

  @Test
  void p10KilledAfterSomePartsItGoesOnBehindTheLastOfThem() {
    var undisturbed = new ExportScene(MemoryExports.empty());
    undisturbed.run(undisturbed.queue.remove(), ExportScene.undisturbed(), LONG);
    var scene = new ExportScene(MemoryExports.empty());
    var ticket = scene.queue.remove();
    runUntilKilled(scene, ticket, Steps.atEach("before sending part 4", KilledRunsTest::kill));

    scene.restart();
    var steps = ExportScene.undisturbed();
    assertThat(scene.run(scene.queue.remove(), steps, LONG)).isEqualTo(Outcome.READY);

    assertThat(scene.linked()).contains(ExportScene.whole());
    assertThat(scene.files.put()).isEqualTo(undisturbed.files.put());
    assertThat(scene.job().upload()).isEqualTo(undisturbed.job().upload());
    assertThat(scene.job().progress()).isEqualTo(undisturbed.job().progress());
  }

  @Test
  void p10KilledOnceTheFileIsThereItIsReadyWithNothingReadAgain() {
    var scene = killedAt("after completing", MemoryExports.empty());
    scene.restart();
    var steps = Steps.atEach("before reading a page", KilledRunsTest::kill);

    assertThat(scene.run(scene.queue.remove(), steps, LONG)).isEqualTo(Outcome.READY);

    assertThat(scene.linked()).contains(ExportScene.whole());
    assertThat(scene.job().progress())
        .isEqualTo(new Progress(60, ExportScene.whole().length(), 100));
    assertThat(scene.files.count()).isEqualTo(1);
  }

  @Test
  void p10AFileThatIsThereAfterTheLastTryIsNotGivenUp() {
    var scene = killedAt("before completing", MemoryExports.empty());
    for (var when : List.of("before", "before", "before", "after")) {
      scene.restart();
      var steps = Steps.atEach(when + " completing", KilledRunsTest::kill);
      runUntilKilled(scene, scene.queue.remove(), steps);
    }
    assertThat(scene.job().losses().count()).isEqualTo(4);

    scene.restart();
    assertThat(scene.run(scene.queue.remove(), ExportScene.undisturbed(), LONG))
        .isEqualTo(Outcome.READY);
    assertThat(scene.linked()).contains(ExportScene.whole());
  }

  @Test
  void p10WithoutTheWordThatItIsAboutToBeWholeAllIsReadAgain() {
    var scene = killedAt("after completing", MemoryExports.unforgetful());
    scene.restart();
    var steps = Steps.atEach("before reading a page", KilledRunsTest::kill);

    assertThatThrownBy(() -> scene.run(scene.queue.remove(), steps, LONG))
        .isInstanceOf(Killed.class);
  }

  @Test
  void p10KilledAsItsRestIsPutAsideItGoesOnBehindTheOneBefore() {
    assertThat(secondKilledBehindItsRest(new MemoryFiles()).job().attempt()).isEqualTo(3);
    assertThat(keyOf(secondKilledBehindItsRest(new MemoryFiles()))).isEqualTo("e1/1.csv");
  }

  @Test
  void p10WithOnePlaceForAllRestsItBeginsAnew() {
    assertThat(keyOf(secondKilledBehindItsRest(MemoryFiles.withOnePlaceAside())))
        .isEqualTo("e1/3.csv");
  }

  private static ExportScene secondKilledBehindItsRest(MemoryFiles files) {
    var scene = new ExportScene(MemoryExports.empty(), MORE_THAN_THERE_IS, files);
    scene.run(scene.queue.remove(), ExportScene.undisturbed(), 2);
    runUntilKilled(
        scene,
        scene.queue.remove(),
        Steps.atEach("after putting the rest aside", KilledRunsTest::kill),
        2);
    scene.restart();
    scene.run(scene.queue.remove(), ExportScene.undisturbed(), LONG);
    assertThat(scene.linked()).contains(ExportScene.whole());
    assertThat(scene.files.rests()).isZero();
    return scene;
  }

  private static String keyOf(ExportScene scene) {
    return scene.job().upload().orElseThrow().key();
  }

  @Test
  void p10HoweverManyRunsAreKilledItIsWrittenWhereEachGetsFurther() {
    var scene = new ExportScene(MemoryExports.empty(), 1);
    int runs = 0;
    while (!scene.queue.isEmpty()) {
      var words = new AtomicInteger();
      var steps =
          Steps.atEach(
              "after keeping it as running",
              () -> {
                if (words.incrementAndGet() > 1 && scene.job().checkpoint().isPresent()) {
                  kill();
                }
              });
      runUntilKilled(scene, scene.queue.remove(), steps);
      scene.restart();
      runs++;
    }

    assertThat(runs).isGreaterThan(5);
    assertThat(scene.linked()).contains(ExportScene.whole());
  }

  @Test
  void p10APageThatAlwaysKillsItsRunIsTriedFiveTimes() {
    var scene = killedAt("before sending part 4", MemoryExports.empty());
    int runs = 1;
    for (var outcome = Outcome.STOPPED; outcome != Outcome.GIVEN_UP; runs++) {
      scene.restart();
      var ticket = scene.queue.remove();
      outcome = givenUpOrKilled(scene, ticket);
    }

    assertThat(runs).isEqualTo(6);
    assertThat(scene.job().state()).isEqualTo(State.FAILED);
    assertThat(scene.files.count()).isZero();
  }

  private static Outcome givenUpOrKilled(ExportScene scene, Ticket ticket) {
    try {
      return scene.run(ticket, Steps.atEach("before sending part 4", KilledRunsTest::kill), LONG);
    } catch (Killed killed) {
      return Outcome.STOPPED;
    }
  }

  private static ExportScene killedAt(String step, MemoryExports exports) {
    var scene = new ExportScene(exports);
    runUntilKilled(scene, scene.queue.remove(), Steps.atEach(step, KilledRunsTest::kill));
    return scene;
  }

  @Test
  void p10WithoutRestartsALostTicketIsTheEnd() {
    assertThat(killedAtEach(3, (scene, ticket) -> scene.queue.remove(ticket)).unfinished())
        .contains("after finding the job", "before sending the ticket", "before completing");
  }

  @Test
  void p10AZombieOfAnEarlierAttemptCannotWin() {
    for (int at = 0; ; at++) {
      var zombie = awokenAt(at, MemoryExports.empty(), LONG);
      if (!zombie.slept()) {
        assertThat(at).isGreaterThan(20);
        return;
      }
      zombie.assertHarmless();
    }
  }

  @Test
  void p10AZombieThatPutsARestAsideCannotWin() {
    var steps = new ArrayList<String>();
    for (var zombie = awokenAt(0, MemoryExports.empty(), 3);
        zombie.slept();
        zombie = awokenAt(steps.size(), MemoryExports.empty(), 3)) {
      zombie.assertHarmless();
      steps.add(zombie.step());
    }
    assertThat(steps).contains("before putting the rest aside", "after putting the rest aside");
  }

  @Test
  void p10WithoutTheFenceAZombieWins() {
    var harmed = new ArrayList<String>();
    for (int at = 0; ; at++) {
      var zombie = awokenAt(at, MemoryExports.unfenced(), LONG);
      if (!zombie.slept()) {
        break;
      }
      if (!zombie.scene().linked().equals(Optional.of(ExportScene.whole()))) {
        harmed.add(zombie.step());
      }
    }
    assertThat(harmed).contains("before sending part 2", "before keeping it as running");
  }

  @Test
  void p10AZombieThatChangesAPartAnotherRunGoesOnFromCannotWin() {
    assertThat(harmedByAZombie(MemoryFiles::new)).isEmpty();
  }

  @Test
  void p10WithoutALookAtThePartsThatZombieWins() {
    assertThat(harmedByAZombie(MemoryFiles::blind)).isPresent();
  }

  /**
   * A run falls asleep at one step after the other. Meanwhile a row is taken away, so that parts
   * end elsewhere, and another run goes on, until it is killed early or late. Then the first one
   * awakes, and at last a run ends the work.
   *
   * @return the first step after whose sleep a file came out that is none
   */
  private static Optional<String> harmedByAZombie(Supplier<MemoryFiles> files) {
    var right = List.of(ExportScene.whole(), ExportScene.wholeBut("c40"));
    for (int at = 0; ; at++) {
      for (int then = 0; ; then += SOME_STEPS) {
        var scene = new ExportScene(MemoryExports.empty(), SMALL, files.get());
        var second = new Steps(then, KilledRunsTest::kill);
        var first =
            new Steps(
                at,
                () -> {
                  scene.pages.remove("w1", "c40");
                  scene.restart();
                  scene.queue.forEach(ticket -> runUntilKilled(scene, ticket, second));
                });
        runUntilRefused(scene, scene.queue.remove(), first);
        if (!first.reached()) {
          return Optional.empty();
        }
        endTheWork(scene);
        if (!right.contains(scene.linked().orElse("nothing"))) {
          return Optional.of(first.name());
        }
        if (!second.reached()) {
          break;
        }
      }
    }
  }

  private static void endTheWork(ExportScene scene) {
    for (int i = 0; i < 4 && scene.job().state().isOpen(); i++) {
      scene.restart();
      while (!scene.queue.isEmpty()) {
        runUntilRefused(scene, scene.queue.remove(), ExportScene.undisturbed());
      }
    }
  }

  private static void runUntilKilled(ExportScene scene, Ticket ticket, Steps steps) {
    runUntilKilled(scene, ticket, steps, LONG);
  }

  private static void runUntilKilled(
      ExportScene scene, Ticket ticket, Steps steps, int pagesOfTime) {
    try {
      scene.run(ticket, steps, pagesOfTime);
    } catch (Killed killed) {
      // As it was to be.
    }
  }

  private static void runUntilRefused(ExportScene scene, Ticket ticket, Steps steps) {
    try {
      scene.run(ticket, steps, LONG);
    } catch (Superseded refused) {
      assertThat(refused).hasMessageMatching(NOT_AS_IT_WAS);
    }
  }

  private static Killings killedAtEach(int pagesOfTime, BiConsumer<ExportScene, Ticket> then) {
    return killedAtEach(pagesOfTime, SMALL, then);
  }

  /** Kills the first run at one step after the other. */
  private static Killings killedAtEach(
      int pagesOfTime, int partBytes, BiConsumer<ExportScene, Ticket> then) {
    var killings = new Killings(new ArrayList<>(), new ArrayList<>());
    for (int at = 0; ; at++) {
      var scene = new ExportScene(MemoryExports.empty(), partBytes);
      var steps = new Steps(at, KilledRunsTest::kill);
      while (!scene.queue.isEmpty()) {
        var ticket = scene.queue.peek();
        try {
          scene.run(ticket, steps, pagesOfTime);
          scene.queue.remove(ticket);
        } catch (Killed killed) {
          assertThat(scene.linked().orElseGet(ExportScene::whole)).isEqualTo(ExportScene.whole());
          then.accept(scene, ticket);
        }
      }
      if (!steps.reached()) {
        return killings;
      }
      boolean whole = scene.linked().equals(Optional.of(ExportScene.whole()));
      killings.add(steps.name(), whole);
      if (whole) {
        assertThat(scene.files.rests()).as(steps.name()).isZero();
      }
    }
  }

  /** The queue brings the ticket again, once the lease is over. */
  private static void bringAgain(ExportScene scene, Ticket ticket) {
    scene.clock.advance(ExportScene.SHIFT);
  }

  private static void loseAndRestart(ExportScene scene, Ticket ticket) {
    scene.queue.remove(ticket);
    scene.restart();
  }

  /** The steps at which a run was killed, by whether the whole file was there in the end. */
  private record Killings(List<String> whole, List<String> unfinished) {
    void add(String step, boolean isWhole) {
      (isWhole ? whole : unfinished).add(step);
    }

    /** All of them. */
    List<String> written() {
      assertThat(unfinished).isEmpty();
      return whole;
    }
  }

  /** A run that falls asleep at a step, until its lease is over and a restart has done the work. */
  private static Zombie awokenAt(int at, MemoryExports exports, int pagesOfTime) {
    var scene = new ExportScene(exports, pagesOfTime == LONG ? SMALL : MORE_THAN_THERE_IS);
    var ticket = scene.queue.remove();
    var steps =
        new Steps(
            at,
            () -> {
              scene.restart();
              scene.queue.forEach(again -> scene.run(again, ExportScene.undisturbed(), LONG));
            });
    boolean quiet = true;
    try {
      scene.run(ticket, steps, pagesOfTime);
    } catch (Superseded refused) {
      quiet = false;
    }
    return new Zombie(scene, steps.reached(), steps.reached() ? steps.name() : "", quiet);
  }

  private record Zombie(ExportScene scene, boolean slept, String step, boolean quiet) {
    /** It has done no harm, and nobody was called. */
    void assertHarmless() {
      assertThat(scene.linked()).as(step).contains(ExportScene.whole());
      assertThat(quiet).as(step).isTrue();
    }
  }

  private static void kill() {
    throw new Killed();
  }

  /** What nobody catches, as nobody can answer the end of the process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
