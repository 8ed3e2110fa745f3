package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.domain.webhook.AWebhook.WORKSPACE;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.webhook.AWebhook;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.Webhooks;
import ratings.domain.webhook.WebhooksContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoWebhooksTest extends WebhooksContract {
  private static final Retries RETRIES = new Retries(4, Duration.ofNanos(2), _ -> {});

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  @AutoClose private final LocalTable vault = LocalTable.ofTheVault();

  @Override
  protected Webhooks store() {
    return over(table.dynamo());
  }

  @Test
  void ofManyWhoRegisterItAtOnceOneMakesItAndWasShownItsSecret() throws Exception {
    assertThat(shownAndKept(over(table.dynamo()), 16)).isTrue();
  }

  @Test
  void brokenTwinWhoKeepsSecretsApartShowsOneThatDoesNotSign() throws Exception {
    assertThat(shownAndKept(over(new PiecemealDynamo(table.dynamo(), new CyclicBarrier(2))), 2))
        .isFalse();
  }

  @Test
  void whereAnswersAreLostItIsMadeOnceTurnedOnceAndRemovedOnce() {
    var forgetful = over(new ForgetfulDynamo(table.dynamo()));
    var first = Secret.make();
    var second = Secret.make();

    assertThat(forgetful.put(AWebhook.of("crm"), first)).isTrue();
    assertThat(forgetful.secrets(WORKSPACE, "crm")).containsExactly(first);
    assertThat(forgetful.rotate(WORKSPACE, "crm", second)).isTrue();
    assertThat(forgetful.secrets(WORKSPACE, "crm")).containsExactly(second, first);
    assertThat(forgetful.remove(WORKSPACE, "crm")).isTrue();
  }

  @Test
  void brokenTwinWithoutAConditionLosesTheSecretThatStillSigns() {
    var first = Secret.make();
    var twin = over(new UnconditionalDynamo(new ForgetfulDynamo(table.dynamo())));
    over(table.dynamo()).put(AWebhook.of("crm"), first);

    twin.rotate(WORKSPACE, "crm", Secret.make());

    assertThat(twin.secrets(WORKSPACE, "crm")).doesNotContain(first);
  }

  @Test
  void brokenTwinWithoutAConditionSwitchesOffWhatWasRegisteredAgain() {
    var webhooks = over(table.dynamo());
    webhooks.put(AWebhook.of("crm"), Secret.make());
    var read = webhooks.find(WORKSPACE, "crm").orElseThrow();
    webhooks.put(AWebhook.of("crm", "https://b.example.com/"), Secret.make());

    over(new UnconditionalDynamo(table.dynamo())).switchOff(read, read.changedAt());

    assertThat(webhooks.find(WORKSPACE, "crm").orElseThrow().offSince()).isPresent();
  }

  @Test
  void secretsAreInTheVaultAndNowhereElse() {
    var secret = Secret.make();
    var webhooks = over(table.dynamo());
    webhooks.put(AWebhook.of("crm"), secret);
    webhooks.rotate(WORKSPACE, "crm", Secret.make());

    assertThat(table.items()).hasSize(1).first().asString().doesNotContain("newest");
    assertThat(vault.items())
        .singleElement()
        .satisfies(
            item -> assertThat(item.get(RatingItem.PK).s()).isEqualTo(WebhookSecretItem.PARTITION));
  }

  /** Whether one alone was told that it made it, and its secret is the one that signs. */
  private static boolean shownAndKept(Webhooks webhooks, int many) throws Exception {
    var secrets = Stream.generate(Secret::make).limit(many).toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var puts =
          secrets.stream()
              .<Callable<Boolean>>map(secret -> () -> webhooks.put(AWebhook.of("crm"), secret))
              .toList();
      var made = executor.invokeAll(puts).stream().map(Future::resultNow).toList();
      var shown = secrets.get(made.indexOf(true));
      return made.stream().filter(it -> it).count() == 1
          && webhooks.secrets(WORKSPACE, "crm").getFirst().equals(shown);
    }
  }

  private DynamoWebhooks over(DynamoDbClient dynamo) {
    return new DynamoWebhooks(dynamo, table.name(), vault.name(), RETRIES);
  }

  /**
   * Writes what belongs together one by one, so that the loser's secret lands over the winner's.
   */
  private record PiecemealDynamo(DynamoDbClient real, CyclicBarrier both)
      implements DynamoDbClient {
    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      return real.putItem(request);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return real.getItem(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      var item = request.transactItems().getFirst().put();
      var secret = request.transactItems().getLast().put();
      meet();
      try {
        real.putItem(
            put ->
                put.tableName(item.tableName())
                    .item(item.item())
                    .conditionExpression(item.conditionExpression()));
      } catch (ConditionalCheckFailedException refused) {
        meet();
        real.putItem(put -> put.tableName(secret.tableName()).item(secret.item()));
        throw refused(refused);
      }
      real.putItem(put -> put.tableName(secret.tableName()).item(secret.item()));
      meet();
      return TransactWriteItemsResponse.builder().build();
    }

    private void meet() {
      try {
        both.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
    }

    private RuntimeException refused(ConditionalCheckFailedException refused) {
      return TransactionCanceledException.builder()
          .cancellationReasons(CancellationReason.builder().code(Retries.CONDITION_FAILED).build())
          .cause(refused)
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
