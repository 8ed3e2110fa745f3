package ratings.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.export.ExportRun.Outcome;

/**
 * P10: the link never shows a partial file; killed at any step an export resumes or restarts; a
 * zombie of an earlier attempt cannot win.
 */
class KilledRunsTest {
  private static final int LONG = 1_000;

  @Test
  void p10KilledAtAnyStepItIsWrittenAllTheSame() {
    var steps = killedAtEach(LONG);

    assertThat(steps)
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
    assertThat(killedAtEach(3))
        .contains("before sending the ticket", "after sending the ticket", "after finding parts");
  }

  @Test
  void p10AZombieOfAnEarlierAttemptCannotWin() {
    for (int at = 0; ; at++) {
      var zombie = awokenAt(at, MemoryExports.empty());
      if (!zombie.slept()) {
        assertThat(at).isGreaterThan(20);
        return;
      }
      assertThat(zombie.scene().linked()).as(zombie.step()).contains(ExportScene.whole());
    }
  }

  @Test
  void p10WithoutTheFenceAZombieWins() {
    var harmed = new ArrayList<String>();
    for (int at = 0; ; at++) {
      var zombie = awokenAt(at, MemoryExports.unfenced());
      if (!zombie.slept()) {
        break;
      }
      if (!zombie.scene().linked().equals(Optional.of(ExportScene.whole()))) {
        harmed.add(zombie.step());
      }
    }
    assertThat(harmed).contains("before keeping it as ready");
  }

  /** Kills the first run at one step after the other; the queue brings the ticket again. */
  private static List<String> killedAtEach(int pagesOfTime) {
    var names = new ArrayList<String>();
    for (int at = 0; ; at++) {
      var scene = new ExportScene(MemoryExports.empty());
      var steps = new Steps(at, KilledRunsTest::kill);
      while (!scene.queue.isEmpty()) {
        var ticket = scene.queue.peek();
        try {
          scene.run(ticket, steps, pagesOfTime);
          scene.queue.remove(ticket);
        } catch (Killed killed) {
          assertThat(scene.linked().orElseGet(ExportScene::whole)).isEqualTo(ExportScene.whole());
          scene.clock.advance(ExportScene.SHIFT);
        }
      }
      if (!steps.reached()) {
        return names;
      }
      assertThat(scene.linked()).as("killed %s", steps.name()).contains(ExportScene.whole());
      names.add(steps.name());
    }
  }

  /** A run that falls asleep at a step, until its lease is over and another has done the work. */
  private static Zombie awokenAt(int at, Exports exports) {
    var scene = new ExportScene(exports);
    var ticket = scene.queue.remove();
    var steps =
        new Steps(
            at,
            () -> {
              scene.clock.advance(ExportScene.SHIFT.plusSeconds(1));
              scene.run(ticket, ExportScene.undisturbed(), LONG);
            });
    try {
      var outcome = scene.run(ticket, steps, LONG);
      assertThat(outcome).isIn(Outcome.READY, Outcome.STOPPED, Outcome.BUSY);
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageMatching("no such upload|part .* is another one");
    }
    return new Zombie(scene, steps.reached(), steps.reached() ? steps.name() : "");
  }

  private record Zombie(ExportScene scene, boolean slept, String step) {}

  private static void kill() {
    throw new Killed();
  }

  /** What nobody catches, as nobody can answer the end of the process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
