package ratings.domain.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.domain.bot.ABotClient.BOT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.domain.bot.BotClients.Put;

/** What every store of bots' clients promises. */
public abstract class BotClientsContract {
  private static final BotClient KORE = ABotClient.named("cs-1").make();
  private static final ClientSecret FIRST = ClientSecret.make();
  private static final ClientSecret SECOND = ClientSecret.make();
  private static final ClientSecret THIRD = ClientSecret.make();

  private BotClients clients;
  private Credentials credentials;

  /** An empty store. */
  protected abstract BotClients clients();

  /** The credentials of that store. */
  protected abstract Credentials credentials();

  @BeforeEach
  void begin() {
    clients = clients();
    credentials = credentials();
  }

  @Test
  void whatIsNotThereIsNot() {
    assertThat(clients.find("acme", BOT, "cs-1")).isEmpty();
    assertThat(clients.rotate("acme", BOT, "cs-1", FIRST)).isFalse();
    assertThat(clients.remove("acme", BOT, "cs-1")).isFalse();
    assertThat(credentials.of("cs-1")).isEmpty();
    assertThat(credentials.hasBot("acme", BOT)).isFalse();
  }

  @Test
  void aNewOneTakesItsSecretAlong() {
    var client =
        ABotClient.named("c#s/1").audience("us").algorithm(Algorithm.HS512).scopes("a", "b");

    assertThat(clients.put(client.make(), FIRST)).isEqualTo(Put.CREATED);
    assertThat(clients.find("acme", BOT, "c#s/1")).contains(client.make());
    assertThat(credentials.of("c#s/1").orElseThrow().client()).isEqualTo(client.make());
    assertThat(credentials.of("c#s/1").orElseThrow().secrets()).containsExactly(FIRST);
    assertThat(credentials.hasBot("acme", BOT)).isTrue();
  }

  @Test
  void oneThatIsReplacedKeepsItsSecrets() {
    clients.put(ABotClient.named("cs-1").audience("us").make(), FIRST);

    assertThat(clients.put(KORE, SECOND)).isEqualTo(Put.REPLACED);
    assertThat(clients.find("acme", BOT, "cs-1")).contains(KORE);
    assertThat(credentials.of("cs-1").orElseThrow().client()).isEqualTo(KORE);
    assertThat(credentials.of("cs-1").orElseThrow().secrets()).containsExactly(FIRST);
  }

  @Test
  void aSecondSecretLivesBesideTheFirstAndTheThirdEndsIt() {
    clients.put(KORE, FIRST);

    assertThat(clients.rotate("acme", BOT, "cs-1", SECOND)).isTrue();
    assertThat(credentials.of("cs-1").orElseThrow().secrets()).containsExactly(SECOND, FIRST);
    assertThat(clients.rotate("acme", BOT, "cs-1", THIRD)).isTrue();
    assertThat(credentials.of("cs-1").orElseThrow().secrets()).containsExactly(THIRD, SECOND);
  }

  @Test
  void oneThatIsRemovedIsGoneWithItsSecretsAndItsIdIsFree() {
    clients.put(KORE, FIRST);

    assertThat(clients.remove("acme", BOT, "cs-1")).isTrue();
    assertThat(credentials.of("cs-1")).isEmpty();
    assertThat(credentials.hasBot("acme", BOT)).isFalse();
    assertThat(clients.put(ABotClient.named("cs-1").of("globex", "b").make(), SECOND))
        .isEqualTo(Put.CREATED);
    assertThat(credentials.of("cs-1").orElseThrow().secrets()).containsExactly(SECOND);
  }

  @Test
  void p20AnIdIsOneBotsOnlyAndNobodyElseReachesIt() {
    clients.put(KORE, FIRST);

    for (var stranger :
        new String[][] {
          {"globex", BOT}, {"acme", "other"}, {"acme#BOT", BOT}, {"acme", BOT + "#cs-1"}
        }) {
      var other = ABotClient.named("cs-1").of(stranger[0], stranger[1]).make();
      assertThat(clients.put(other, SECOND)).isEqualTo(Put.TAKEN);
      assertThat(clients.find(stranger[0], stranger[1], "cs-1")).isEmpty();
      assertThat(clients.rotate(stranger[0], stranger[1], "cs-1", SECOND)).isFalse();
      assertThat(clients.remove(stranger[0], stranger[1], "cs-1")).isFalse();
      assertThat(credentials.hasBot(stranger[0], stranger[1])).isFalse();
    }
    assertThat(credentials.of("cs-1").orElseThrow().client()).isEqualTo(KORE);
    assertThat(credentials.of("cs-1").orElseThrow().secrets()).containsExactly(FIRST);
  }

  @Test
  void aBotWhoseIdBeginsAnothersIsNotThatOne() {
    clients.put(KORE, FIRST);

    assertThat(credentials.hasBot("acme", BOT.substring(0, 5))).isFalse();
  }
}
