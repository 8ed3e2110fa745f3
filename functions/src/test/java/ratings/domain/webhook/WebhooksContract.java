package ratings.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.domain.webhook.AWebhook.WORKSPACE;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of webhooks promises. */
public abstract class WebhooksContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.000Z");
  private static final Secret FIRST = Secret.make();
  private static final Secret SECOND = Secret.make();
  private static final Secret THIRD = Secret.make();

  private Webhooks webhooks;

  /** An empty store. */
  protected abstract Webhooks store();

  @BeforeEach
  void begin() {
    webhooks = store();
  }

  @Test
  void whatIsNotThereIsNot() {
    assertThat(webhooks.of(WORKSPACE)).isEmpty();
    assertThat(webhooks.find(WORKSPACE, "crm")).isEmpty();
    assertThat(webhooks.secrets(WORKSPACE, "crm")).isEmpty();
    assertThat(webhooks.rotate(WORKSPACE, "crm", FIRST)).isFalse();
    assertThat(webhooks.secrets(WORKSPACE, "crm")).isEmpty();
    assertThat(webhooks.remove(WORKSPACE, "crm")).isFalse();
  }

  @Test
  void aNewOneTakesItsSecretAlong() {
    var webhook =
        AWebhook.of("c#r/m", AWebhook.ENDPOINT, List.of("telegram", "email"), List.of("a#b"));

    assertThat(webhooks.put(webhook, FIRST)).isTrue();
    assertThat(webhooks.find(WORKSPACE, "c#r/m")).contains(webhook);
    assertThat(webhooks.secrets(WORKSPACE, "c#r/m")).containsExactly(FIRST);
  }

  @Test
  void oneThatIsReplacedKeepsItsSecrets() {
    webhooks.put(AWebhook.of("crm"), FIRST);

    assertThat(webhooks.put(AWebhook.of("crm", "https://b.example.com/"), SECOND)).isFalse();
    assertThat(webhooks.find(WORKSPACE, "crm").orElseThrow().endpoint())
        .isEqualTo("https://b.example.com/");
    assertThat(webhooks.secrets(WORKSPACE, "crm")).containsExactly(FIRST);
  }

  @Test
  void aSecondSecretLivesBesideTheFirstAndTheThirdEndsIt() {
    webhooks.put(AWebhook.of("crm"), FIRST);

    assertThat(webhooks.rotate(WORKSPACE, "crm", SECOND)).isTrue();
    assertThat(webhooks.secrets(WORKSPACE, "crm")).containsExactly(SECOND, FIRST);
    assertThat(webhooks.rotate(WORKSPACE, "crm", THIRD)).isTrue();
    assertThat(webhooks.secrets(WORKSPACE, "crm")).containsExactly(THIRD, SECOND);
  }

  @Test
  void oneThatIsRemovedIsGoneWithItsSecrets() {
    webhooks.put(AWebhook.of("crm"), FIRST);

    assertThat(webhooks.remove(WORKSPACE, "crm")).isTrue();
    assertThat(webhooks.find(WORKSPACE, "crm")).isEmpty();
    assertThat(webhooks.secrets(WORKSPACE, "crm")).isEmpty();
    assertThat(webhooks.put(AWebhook.of("crm"), SECOND)).isTrue();
    assertThat(webhooks.secrets(WORKSPACE, "crm")).containsExactly(SECOND);
  }

  @Test
  void p20AWorkspaceHasItsOwnOnly() {
    webhooks.put(AWebhook.of("b"), FIRST);
    webhooks.put(AWebhook.of("a"), SECOND);

    assertThat(webhooks.of(WORKSPACE)).extracting(Webhook::id).containsExactly("a", "b");
    for (var stranger : List.of("globex", WORKSPACE + "#WEBHOOK", "")) {
      assertThat(webhooks.of(stranger)).isEmpty();
      assertThat(webhooks.find(stranger, "a")).isEmpty();
      assertThat(webhooks.secrets(stranger, "a")).isEmpty();
      assertThat(webhooks.rotate(stranger, "a", THIRD)).isFalse();
      assertThat(webhooks.remove(stranger, "a")).isFalse();
    }
    assertThat(webhooks.secrets(WORKSPACE, "a")).containsExactly(SECOND);
  }

  @Test
  void oneThatIsSwitchedOffIsOffUntilItIsRegisteredAgain() {
    webhooks.put(AWebhook.of("crm"), FIRST);
    var read = webhooks.find(WORKSPACE, "crm").orElseThrow();

    webhooks.switchOff(read, NOW);
    assertThat(webhooks.find(WORKSPACE, "crm").orElseThrow().offSince()).contains(NOW);
    webhooks.put(AWebhook.of("crm"), SECOND);
    assertThat(webhooks.find(WORKSPACE, "crm").orElseThrow().offSince()).isEmpty();
  }

  @Test
  void oneThatWasRegisteredAgainMeanwhileStaysOn() {
    webhooks.put(AWebhook.of("crm"), FIRST);
    var read = webhooks.find(WORKSPACE, "crm").orElseThrow();
    webhooks.put(AWebhook.of("crm", "https://b.example.com/"), SECOND);

    webhooks.switchOff(read, NOW);

    assertThat(webhooks.find(WORKSPACE, "crm").orElseThrow().offSince()).isEmpty();
  }

  @Test
  void oneThatWasRemovedMeanwhileStaysAway() {
    webhooks.put(AWebhook.of("crm"), FIRST);
    var read = webhooks.find(WORKSPACE, "crm").orElseThrow();
    webhooks.remove(WORKSPACE, "crm");

    webhooks.switchOff(read, NOW);

    assertThat(webhooks.of(WORKSPACE)).isEmpty();
  }
}
