package ratings.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ratings.domain.notification.Brake.Held;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;

/** What every brake does. */
public abstract class BrakeContract {
  private static final Instant START = VirtualClock.START;
  private static final Waiting FIRST = new Waiting(0, "2026#a");
  private static final Waiting SECOND = new Waiting(25, "2026#b");
  private static final Waiting THIRD = new Waiting(100, "2026#c");

  private final Recipient grace = recipient("grace@example.com");

  /** A brake that knows these recipients. */
  protected abstract Brake brake(Recipient... recipients);

  @Test
  void oneIsLetThroughAMinute() {
    var brake = brake(grace);

    assertThat(brake.take(grace, FIRST, START)).isTrue();
    brake.settle(grace, Set.of(FIRST));
    assertThat(brake.take(grace, SECOND, after(59))).isFalse();
    assertThat(brake.due(after(59), 10)).isEmpty();
    assertThat(brake.due(after(60), 10)).containsExactly(new Held(grace, Set.of(SECOND)));
    assertThat(brake.due(after(60), 10)).isEmpty();
    brake.settle(grace, Set.of(SECOND));
    assertThat(brake.due(after(1000), 10)).isEmpty();
    assertThat(brake.take(grace, THIRD, after(1000))).isTrue();
  }

  @Test
  void whatComesWhileOthersWaitWaitsWithThem() {
    var brake = brake(grace);
    brake.take(grace, FIRST, START);
    brake.settle(grace, Set.of(FIRST));
    brake.take(grace, SECOND, after(1));

    assertThat(brake.take(grace, THIRD, after(61))).isFalse();
    assertThat(brake.take(grace, THIRD, after(62))).isFalse();

    assertThat(brake.due(after(62), 10)).containsExactly(new Held(grace, Set.of(SECOND, THIRD)));
  }

  @Test
  void whoeverDiesBeforeHeSaysThatItWasToldLosesNothing() {
    var brake = brake(grace);
    assertThat(brake.take(grace, FIRST, START)).isTrue();

    assertThat(brake.due(after(60), 10)).containsExactly(new Held(grace, Set.of(FIRST)));
    assertThat(brake.due(after(120), 10)).containsExactly(new Held(grace, Set.of(FIRST)));
  }

  @Test
  void whatComesWhileADigestIsMailedIsPartOfTheNext() {
    var brake = brake(grace);
    brake.take(grace, FIRST, START);
    brake.take(grace, SECOND, after(1));
    brake.due(after(60), 10);
    brake.take(grace, THIRD, after(61));
    brake.settle(grace, Set.of(FIRST, SECOND));

    assertThat(brake.due(after(119), 10)).isEmpty();
    assertThat(brake.due(after(120), 10)).containsExactly(new Held(grace, Set.of(THIRD)));
  }

  @Test
  void oneRecipientsBrakeIsNotAnothers() {
    var bo = recipient("bo@example.com");
    var brake = brake(grace, bo);
    assertThat(brake.take(grace, FIRST, START)).isTrue();
    assertThat(brake.take(bo, FIRST, START)).isTrue();

    assertThat(brake.due(after(60), 1)).hasSize(1);
    assertThat(brake.due(after(60), 1)).hasSize(1);
    assertThat(brake.due(after(60), 1)).isEmpty();
  }

  private static Instant after(int seconds) {
    return START.plus(Duration.ofSeconds(seconds));
  }

  private static Recipient recipient(String address) {
    return new Recipient(
        "acme", RecipientRole.SUPERVISOR, Optional.of("m2"), Mailbox.of(address).orElseThrow());
  }
}
