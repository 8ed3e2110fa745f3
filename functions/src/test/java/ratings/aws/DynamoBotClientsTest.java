package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.domain.bot.ABotClient.BOT;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.bot.ABotClient;
import ratings.domain.bot.BotClients;
import ratings.domain.bot.BotClients.Put;
import ratings.domain.bot.BotClientsContract;
import ratings.domain.bot.ClientSecret;
import ratings.domain.bot.Credentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

class DynamoBotClientsTest extends BotClientsContract {
  private static final Retries RETRIES = new Retries(4, Duration.ofNanos(2), _ -> {});

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  @AutoClose private final LocalTable vault = LocalTable.ofTheVault();

  @Override
  protected BotClients clients() {
    return over(table.dynamo());
  }

  @Override
  protected Credentials credentials() {
    return new DynamoCredentials(table.dynamo(), table.name(), vault.name(), RETRIES);
  }

  @Test
  void ofManyBotsWhoWantAnIdAtOnceOneHasItAndWasShownItsSecret() throws Exception {
    assertThat(oneHasIt(over(table.dynamo()), 16)).isTrue();
  }

  @Test
  void brokenTwinWithoutAConditionGivesTheIdToAll() throws Exception {
    assertThat(oneHasIt(over(new Unconditional(table.dynamo())), 4)).isFalse();
  }

  @Test
  void whereAnswersAreLostItIsMadeOnceTurnedOnceAndRemovedOnce() {
    var forgetful = over(new ForgetfulDynamo(table.dynamo()));
    var client = ABotClient.named("cs-1").make();
    var first = ClientSecret.make();
    var second = ClientSecret.make();

    assertThat(forgetful.put(client, first)).isEqualTo(Put.CREATED);
    assertThat(forgetful.put(client, second)).isEqualTo(Put.REPLACED);
    assertThat(forgetful.rotate("acme", BOT, "cs-1", second)).isTrue();
    assertThat(credentials().of("cs-1").orElseThrow().secrets()).containsExactly(second, first);
    assertThat(forgetful.remove("acme", BOT, "cs-1")).isTrue();
  }

  @Test
  void brokenTwinWithoutAConditionLosesTheSecretThatStillSigns() {
    var first = ClientSecret.make();
    clients().put(ABotClient.named("cs-1").make(), first);
    var twin = over(new UnconditionalDynamo(new ForgetfulDynamo(table.dynamo())));

    twin.rotate("acme", BOT, "cs-1", ClientSecret.make());

    assertThat(credentials().of("cs-1").orElseThrow().secrets()).doesNotContain(first);
  }

  @Test
  void secretsAreInTheVaultAndNowhereElse() {
    clients().put(ABotClient.named("cs-1").make(), ClientSecret.make());
    clients().rotate("acme", BOT, "cs-1", ClientSecret.make());

    assertThat(table.items()).hasSize(1).first().asString().doesNotContain("newest");
    assertThat(vault.items())
        .singleElement()
        .satisfies(
            item -> assertThat(item.get(RatingItem.PK).s()).isEqualTo(CredentialItem.PARTITION));
  }

  /** Whether one bot alone was told that it made the client, which is its own with its secret. */
  private boolean oneHasIt(BotClients clients, int many) throws Exception {
    var wanted =
        Stream.iterate(0, i -> i + 1)
            .limit(many)
            .map(i -> ABotClient.named("cs-1").of("w" + i, BOT).make())
            .toList();
    var secrets = Stream.generate(ClientSecret::make).limit(many).toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var puts =
          wanted.stream()
              .<Callable<Put>>map(
                  client -> () -> clients.put(client, secrets.get(wanted.indexOf(client))))
              .toList();
      var outcomes = executor.invokeAll(puts).stream().map(Future::resultNow).toList();
      int winner = outcomes.indexOf(Put.CREATED);
      var kept = credentials().of("cs-1").orElseThrow();
      return outcomes.stream().filter(Put.TAKEN::equals).count() == many - 1
          && kept.client().equals(wanted.get(winner))
          && kept.secrets().equals(secrets.subList(winner, winner + 1));
    }
  }

  private BotClients over(DynamoDbClient dynamo) {
    return new DynamoBotClients(dynamo, table.name(), vault.name(), RETRIES);
  }

  /** A DynamoDB whose transactions put whatever is there. */
  private record Unconditional(DynamoDbClient real) implements DynamoDbClient {
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      return real.transactWriteItems(
          request.toBuilder()
              .transactItems(request.transactItems().stream().map(Unconditional::always).toList())
              .build());
    }

    private static TransactWriteItem always(TransactWriteItem write) {
      return write.put() == null
          ? write
          : write.toBuilder()
              .put(write.put().toBuilder().conditionExpression(null).build())
              .build();
    }

    @Override
    public String serviceName() {
      return real.serviceName();
    }

    @Override
    public void close() {}
  }
}
