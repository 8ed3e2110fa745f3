package ratings.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;
import ratings.domain.webhook.FakeWebhooks;

class DirectoryTest {
  private static final Recipient DESK =
      new Recipient(
          "acme",
          RecipientRole.SUPERVISOR,
          Optional.empty(),
          new Hook("https://hooks.example.com/in"));

  private final FakeRecipients recipients = new FakeRecipients();
  private final Meanwhile webhooks = new Meanwhile();
  private final Directory directory =
      new Directory(recipients, new FakeMailboxes(), webhooks, new VirtualClock());

  @Test
  void whoIsAddedBetweenTheHalvesOfARemovalStaysInTheListAndCanBeAddedAgain() {
    directory.add(DESK);
    webhooks.meanwhile = () -> directory.add(DESK);

    assertThat(directory.remove("acme", DESK.id())).isTrue();

    assertThat(recipients.of("acme")).containsExactly(DESK);
    directory.add(DESK);
    assertThat(directory.reached("acme", List.of(DESK))).contains(DESK.key());
  }

  @Test
  void aRemovalThatDiedHalfWayIsFinishedByTheNext() {
    directory.add(DESK);
    recipients.remove("acme", DESK.id());

    assertThat(directory.remove("acme", DESK.id())).isFalse();
    assertThat(webhooks.of("acme")).isEmpty();
  }

  /** Webhooks, at which something happens around the removal of one. */
  private static final class Meanwhile extends FakeWebhooks {
    private Runnable meanwhile = () -> {};

    @Override
    public boolean remove(String workspace, String id) {
      meanwhile.run();
      boolean removed = super.remove(workspace, id);
      meanwhile.run();
      return removed;
    }
  }
}
