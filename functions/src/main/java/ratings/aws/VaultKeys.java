package ratings.aws;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.Unavailable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Secret keys for one purpose, in the vault: made at first use, kept in memory for five minutes,
 * never read before they are needed, so that no snapshot of a function holds them.
 */
public final class VaultKeys {
  private static final int BYTES = 32;
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final DynamoDbClient dynamo;
  private final String table;
  private final String purpose;
  private final Clock clock;
  private final Retries retries;
  private volatile Optional<Held> held = Optional.empty();

  private record Held(List<byte[]> secrets, Instant at) {
    boolean isYoungerThan(Duration age, Instant now) {
      return now.isBefore(at.plus(age));
    }
  }

  public VaultKeys(
      DynamoDbClient dynamo, String table, String purpose, Clock clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.purpose = purpose;
    this.clock = clock;
    this.retries = retries;
  }

  /**
   * The key that signs, made if there was none.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  byte[] newest() {
    return secrets().stream().findFirst().orElseGet(this::make);
  }

  /**
   * The keys that verify, newest first; none before the first was made.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  List<byte[]> secrets() {
    return secretsNoOlderThan(KEPT);
  }

  /**
   * The keys that verify, for who has something that none of them did: it may be signed with one
   * that is newer than those in memory, so they are read again, but no more than once a minute.
   *
   * @throws Unavailable if DynamoDB would not have it
   */
  List<byte[]> freshSecrets() {
    return secretsNoOlderThan(FRESH);
  }

  private List<byte[]> secretsNoOlderThan(Duration age) {
    return held.filter(h -> h.isYoungerThan(age, clock.instant()))
        .map(Held::secrets)
        .orElseGet(this::read);
  }

  private List<byte[]> read() {
    var item =
        retries.call(
            () ->
                dynamo
                    .getItem(
                        get -> get.tableName(table).key(KeyItem.key(purpose)).consistentRead(true))
                    .item());
    var secrets = KeyItem.secrets(item);
    held = secrets.isEmpty() ? Optional.empty() : Optional.of(new Held(secrets, clock.instant()));
    return secrets;
  }

  /** Of several who make the first key at once one wins, and all take that one. */
  private byte[] make() {
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    retries.call(
        () -> {
          try {
            return dynamo.putItem(
                put ->
                    put.tableName(table)
                        .item(KeyItem.first(purpose, secret))
                        .conditionExpression("attribute_not_exists(" + KeyItem.PK + ")"));
          } catch (ConditionalCheckFailedException made) {
            return made;
          }
        });
    return read().getFirst();
  }
}
