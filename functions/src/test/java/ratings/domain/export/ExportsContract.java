package ratings.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.domain.rating.list.Position;

/** What every store of exports does. */
public abstract class ExportsContract {
  private static final Order ORDER =
      new Order(
          Map.of("rating[lte]", "2", "userId", "auth0|1"),
          ZoneOffset.ofHoursMinutes(5, 45),
          List.of(ExtraColumn.TEAM, ExtraColumn.LANGUAGE),
          Format.JSONL,
          "ada");

  private Exports exports;

  protected abstract Exports store();

  /** The same store, for whoever looks after it. */
  protected abstract OverdueExports overdue();

  @BeforeEach
  void anEmptyStore() {
    exports = store();
  }

  @Test
  void anExportComesBackAsItWasKeptInEveryState() {
    var queued = queued("w1", 0);
    exports.add(queued);
    assertThat(exports.find("w1", queued.id())).contains(queued);

    var lease = new Lease("run-1", Orders.NOW.plusSeconds(300));
    var claimed = ((Claim.Granted) queued.claim(lease, Orders.NOW)).export();
    var uploading = claimed.uploading(new Upload("key", "upload"));
    var progress = new Progress(7, 1_000_000_000_000L, 42);
    var checkpoint =
        Checkpoint.behind(
            List.of("a", "b", "c"),
            Optional.of(new Rest("key.1.tail", "tag")),
            new Position("2026#c"),
            progress);
    var going = uploading.at(progress, Optional.of(checkpoint));
    var completing = going.completing(progress);
    var handedOver = completing.handedOver(Optional.of(checkpoint));
    var failed = handedOver.failed("why", Orders.NOW);
    for (var next : List.of(claimed, uploading, going, completing, handedOver, failed)) {
      assertThat(exports.replace(next)).isTrue();
      assertThat(exports.find("w1", queued.id())).contains(next);
    }
  }

  @Test
  void ofTwoNextVersionsOneIsKept() {
    var queued = queued("w1", 0);
    exports.add(queued);

    assertThat(exports.replace(queued.failed("first", Orders.NOW))).isTrue();
    assertThat(exports.replace(queued.cancelled(Orders.NOW))).isFalse();

    assertThat(exports.find("w1", queued.id()).orElseThrow().state()).isEqualTo(State.FAILED);
  }

  @Test
  void p20AWorkspaceFindsItsOwnOnly() {
    var queued = queued("w1", 0);
    exports.add(queued);

    assertThat(exports.find("w2", queued.id())).isEmpty();
    assertThat(exports.newest("w2", 9)).isEmpty();
    assertThat(exports.find("w1", queued("w1", 0).id())).isEmpty();
    assertThat(exports.find("w1", "w1#EXPORT")).isEmpty();
  }

  @Test
  void whatIsOverdueIsTakenByOneAndLaterAgain() {
    var early = queued("w1", 0);
    var late = queued("w2", 1);
    List.of(late, early).forEach(exports::add);
    var now = late.dueAt().orElseThrow();
    var again = now.plusSeconds(60);

    assertThat(overdue().take(early.dueAt().orElseThrow().minusMillis(1), _ -> again, 9)).isEmpty();
    assertThat(overdue().take(now, _ -> again, 9))
        .extracting(Export::ticket)
        .containsExactly(early.ticket(), late.ticket());
    assertThat(overdue().take(now, _ -> again, 9)).isEmpty();
    assertThat(overdue().take(again, _ -> again.plusSeconds(60), 9)).hasSize(2);
  }

  @Test
  void whenItIsOverdueAgainDependsOnWhenItWasCreated() {
    var queued = queued("w1", 7);
    exports.add(queued);
    var now = queued.dueAt().orElseThrow();

    assertThat(overdue().take(now, createdAt -> createdAt.plusSeconds(3600), 9)).hasSize(1);

    var again = queued.createdAt().plusSeconds(3600);
    assertThat(overdue().take(again.minusMillis(1), _ -> again, 9)).isEmpty();
    assertThat(overdue().take(again, _ -> again.plusSeconds(1), 9)).hasSize(1);
  }

  @Test
  void whatRunsIsDueBehindItsLeaseAndWhatIsOverNever() {
    var queued = queued("w1", 0);
    exports.add(queued);
    var lease = new Lease("run-1", Orders.NOW.plusSeconds(600));
    var claimed = ((Claim.Granted) queued.claim(lease, Orders.NOW)).export();
    exports.replace(claimed);
    var behind = lease.until().plus(Export.PATIENCE);

    assertThat(overdue().take(behind.minusMillis(1), _ -> behind.plusSeconds(60), 9)).isEmpty();
    assertThat(overdue().take(behind, _ -> behind.plusSeconds(60), 9)).hasSize(1);

    exports.replace(claimed.cancelled(Orders.NOW));
    assertThat(overdue().take(behind.plusSeconds(999), _ -> behind.plusSeconds(9999), 9)).isEmpty();
  }

  @Test
  void theNewestComeFirst() {
    var all = List.of(queued("w1", 0), queued("w1", 1), queued("w1", 2));
    all.forEach(exports::add);

    assertThat(exports.newest("w1", 2)).containsExactly(all.get(2), all.get(1));
  }

  private static Export queued(String workspace, int second) {
    var now = Orders.NOW.plus(Duration.ofSeconds(second));
    return Export.queued(workspace, ExportIds.next(now, UUID.randomUUID()), ORDER, now);
  }
}
