package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.notification.Brake;
import ratings.domain.notification.BrakeContract;
import ratings.domain.notification.Mailbox;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Waiting;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;

class DynamoBrakeTest extends BrakeContract {
  private static final Retries RETRIES = Retries.whileSomebodyWaits();
  private static final Recipient GRACE =
      new Recipient(
          "acme",
          RecipientRole.SUPERVISOR,
          Optional.empty(),
          Mailbox.of("grace@example.com").orElseThrow());

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final DynamoRecipients recipients =
      new DynamoRecipients(table.dynamo(), table.name(), RETRIES);

  @Override
  protected Brake brake(Recipient... known) {
    List.of(known).forEach(recipients::add);
    return new DynamoBrake(table.dynamo(), table.name(), RETRIES);
  }

  @Test
  void nothingIsKeptForSomebodyWhoIsGone() {
    var brake = brake(GRACE);
    var waiting = new Waiting(0, "2026#a");
    recipients.remove("acme", GRACE.id());

    brake.take(GRACE, waiting, VirtualClock.START);
    brake.settle(GRACE, Set.of(waiting));

    assertThat(table.items()).isEmpty();
  }

  @Test
  void whoWasToldOfEverythingIsNotDue() {
    var brake = brake(GRACE);
    var waiting = new Waiting(0, "2026#a");
    brake.take(GRACE, waiting, VirtualClock.START);
    brake.settle(GRACE, Set.of(waiting));

    assertThat(table.items().getFirst()).doesNotContainKeys("waiting", "duePk", "dueSk");
    assertThat(recipients.of("acme")).containsExactly(GRACE);
  }

  @Test
  void aWriteWhoseAnswerIsLostLosesNothing() {
    recipients.add(GRACE);
    var brake = new DynamoBrake(new ForgetfulDynamo(table.dynamo()), table.name(), RETRIES);
    var waiting = new Waiting(0, "2026#a");

    assertThat(brake.take(GRACE, waiting, VirtualClock.START)).isFalse();

    assertThat(brake(GRACE).due(VirtualClock.START.plus(Brake.PAUSE), 1))
        .containsExactly(new Brake.Held(GRACE, Set.of(waiting)));
  }
}
