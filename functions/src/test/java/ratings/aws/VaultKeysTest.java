package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.rating.VirtualClock;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class VaultKeysTest {
  @AutoClose private final LocalTable vault = LocalTable.ofTheVault();
  private final CountingDynamo dynamo = new CountingDynamo(vault.dynamo());
  private final VirtualClock clock = new VirtualClock();
  private int rotations;

  @Test
  void aSignatureIsKnownAgainByEveryOneWhoSharesTheVault() {
    var signature = signatures("cursor").sign("text");
    assertThat(signature).hasSize(16);
    assertThat(signatures("cursor").verify("text", signature)).isTrue();
    assertThat(signatures("cursor").verify("text ", signature)).isFalse();
    assertThat(signatures("link").verify("text", signature)).isFalse();
  }

  @Test
  void nothingIsReadBeforeAKeyIsNeededAndThenOnceInFiveMinutes() {
    var signatures = signatures("cursor");
    assertThat(dynamo.calls()).isEmpty();
    var signature = signatures.sign("text");
    assertThat(dynamo.calls()).containsExactly("get 0", "put", "get 1");
    clock.advance(Duration.ofSeconds(299));
    assertThat(signatures.verify("text", signature)).isTrue();
    assertThat(dynamo.calls()).hasSize(3);
    clock.advance(Duration.ofSeconds(1));
    assertThat(signatures.verify("text", signature)).isTrue();
    assertThat(dynamo.calls()).hasSize(4);
  }

  @Test
  void whereNoKeyWasMadeNothingIsVerifiedAndNoneIsMade() {
    assertThat(signatures("cursor").verify("text", new byte[16])).isFalse();
    assertThat(dynamo.calls()).containsExactly("get 0");
  }

  @Test
  void allWhoMakeTheFirstKeyAtOnceTakeTheSame() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var signing =
          Stream.generate(() -> executor.submit(() -> signatures("cursor").sign("text")))
              .limit(16)
              .toList();
      var first = signing.getFirst().get();
      for (var other : signing) {
        assertThat(other.get()).isEqualTo(first);
      }
    }
  }

  @Test
  void theKeyBeforeTheNewestStillVerifies() {
    var before = signatures("cursor").sign("text");
    rotate("cursor");
    assertThat(signatures("cursor").verify("text", before)).isTrue();
    assertThat(signatures("cursor").sign("text")).isNotEqualTo(before);
  }

  @Test
  void aSignatureByAKeyThatIsNewSinceIsKnownAndTheKeysAreReadAgainOnceAMinute() {
    var ours = signatures("link");
    var before = ours.sign("text");
    rotate("link");
    var after = signatures("link").sign("text");
    dynamo.calls().clear();

    clock.advance(Duration.ofMinutes(1));
    assertThat(ours.verify("text", after)).isTrue();
    assertThat(ours.verify("text", before)).isTrue();
    assertThat(dynamo.calls()).hasSize(1);
    for (int i = 0; i < 60; i++) {
      assertThat(ours.verify("forged", after)).isFalse();
      clock.advance(Duration.ofMillis(999));
    }
    assertThat(dynamo.calls()).hasSize(1);
  }

  @Test
  void aKeyThatIsTwoOlderThanTheNewestVerifiesNoMore() {
    var before = signatures("link").sign("text");
    rotate("link");
    rotate("link");

    assertThat(signatures("link").verify("text", before)).isFalse();
  }

  /** As an operator does it. */
  private void rotate(String purpose) {
    var secret = AttributeValue.fromB(SdkBytes.fromUtf8String("another " + ++rotations));
    vault
        .dynamo()
        .updateItem(
            update ->
                update
                    .tableName(vault.name())
                    .key(KeyItem.key(purpose))
                    .updateExpression("SET #b = newest, newest = :n")
                    .expressionAttributeNames(Map.of("#b", "before"))
                    .expressionAttributeValues(Map.of(":n", secret)));
  }

  private VaultSignatures signatures(String purpose) {
    var once = new Retries(1, Duration.ofMillis(1), pause -> {});
    return new VaultSignatures(new VaultKeys(dynamo, vault.name(), purpose, clock, once));
  }
}
