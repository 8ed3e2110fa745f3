package ratings.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.settings.RecipientRole;

/** What every store of recipients does. */
public abstract class RecipientsContract {
  private static final Recipient GRACE = recipient("acme", "grace@example.com");

  protected abstract Recipients recipients();

  @Test
  void r91ARecipientIsKeptAsHeWasGiven() {
    var recipients = recipients();
    var north = new Recipient("acme", RecipientRole.GROUP, Optional.of("north#1"), GRACE.contact());

    assertThat(recipients.add(GRACE)).isTrue();
    assertThat(recipients.add(north)).isTrue();

    var desk =
        new Recipient(
            "acme", RecipientRole.GROUP, Optional.empty(), new Hook("https://a.example.com/in"));
    assertThat(recipients.add(desk)).isTrue();

    assertThat(recipients.of("acme")).containsExactlyInAnyOrder(GRACE, north, desk);
  }

  @Test
  void whoIsThereAlreadyIsThereOnce() {
    var recipients = recipients();
    recipients.add(GRACE);

    assertThat(recipients.add(GRACE)).isFalse();
    assertThat(recipients.of("acme")).containsExactly(GRACE);
  }

  @Test
  void whoIsRemovedIsGone() {
    var recipients = recipients();
    recipients.add(GRACE);

    assertThat(recipients.remove("acme", GRACE.id())).isTrue();
    assertThat(recipients.remove("acme", GRACE.id())).isFalse();
    assertThat(recipients.of("acme")).isEmpty();
  }

  @Test
  void p20AnotherWorkspacesRecipientsAreOutOfReach() {
    var recipients = recipients();
    recipients.add(GRACE);
    var other = recipient("globex", "grace@example.com");
    recipients.add(other);

    assertThat(recipients.remove("globex", GRACE.id())).isFalse();
    assertThat(recipients.of("globex")).containsExactly(other);
    assertThat(recipients.of("acme")).containsExactly(GRACE);
  }

  private static Recipient recipient(String workspace, String address) {
    return new Recipient(
        workspace, RecipientRole.SUPERVISOR, Optional.empty(), Mailbox.of(address).orElseThrow());
  }
}
