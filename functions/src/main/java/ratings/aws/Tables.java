package ratings.aws;

import java.time.Clock;
import ratings.domain.bot.BotClients;
import ratings.domain.bot.Credentials;
import ratings.domain.export.OverdueExports;
import ratings.domain.notification.AlertLog;
import ratings.domain.notification.Brake;
import ratings.domain.notification.Recipients;
import ratings.domain.outbox.Outbox;
import ratings.domain.rating.Conversations;
import ratings.domain.rating.Deadlines;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.list.FollowUps;
import ratings.domain.rating.list.RatingPages;
import ratings.domain.report.Recount;
import ratings.domain.report.Tallies;
import ratings.domain.report.Tally;
import ratings.domain.signing.Signatures;
import ratings.domain.webhook.WebhookList;
import ratings.domain.webhook.Webhooks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of this deployment, and the domain's ports over them; all share one client. */
public final class Tables {
  private final Environment environment;
  private final DynamoDbClient dynamo;
  private final Retries retries = Retries.whileSomebodyWaits();
  private final Clock clock = Clock.systemUTC();

  private Tables(Environment environment, DynamoDbClient dynamo) {
    this.environment = environment;
    this.dynamo = dynamo;
  }

  public static Tables ofProcess() {
    return over(Clients.dynamo());
  }

  /** The same tables over another client. */
  public static Tables over(DynamoDbClient dynamo) {
    return new Tables(Environment.ofProcess(), dynamo);
  }

  /** Tables that are not there, to go through everything once with before a snapshot is taken. */
  public static Tables rehearsed() {
    return over(Clients.rehearsal());
  }

  public Clock clock() {
    return clock;
  }

  public Ratings ratings() {
    return new DynamoRatings(dynamo, environment.ratingsTable(), clock, retries);
  }

  public Conversations conversations() {
    return new DynamoConversations(dynamo, environment.ratingsTable(), clock, retries);
  }

  public RatingPages pages() {
    return new DynamoRatingPages(dynamo, environment.ratingsTable(), retries);
  }

  public FollowUps followUps() {
    return new DynamoFollowUps(dynamo, environment.ratingsTable(), retries);
  }

  public Deadlines deadlines() {
    return new DynamoDeadlines(dynamo, environment.ratingsTable(), clock, retries);
  }

  public Outbox outbox() {
    return new DynamoOutbox(dynamo, environment.ratingsTable(), clock, retries);
  }

  /** What counts, and tries again by itself what passes. */
  public Tally tally() {
    return new DynamoTally(dynamo, environment.ratingsTable(), clock, retries);
  }

  public Recount recount() {
    return new DynamoRecount(dynamo, environment.ratingsTable(), clock, Retries.inTheBackground());
  }

  public Tallies tallies() {
    return new DynamoTallies(dynamo, environment.ratingsTable(), retries);
  }

  public OverdueExports overdueExports() {
    return new DynamoOverdueExports(dynamo, environment.ratingsTable(), retries);
  }

  public DynamoSettings settings() {
    return new DynamoSettings(dynamo, environment.ratingsTable(), retries);
  }

  public AlertLog alertLog() {
    return new DynamoAlertLog(dynamo, environment.ratingsTable(), clock, retries);
  }

  public Brake brake() {
    return new DynamoBrake(dynamo, environment.ratingsTable(), retries);
  }

  public Recipients recipients() {
    return new DynamoRecipients(dynamo, environment.ratingsTable(), retries);
  }

  /** Webhooks without their secrets. */
  public WebhookList webhookList() {
    return new DynamoWebhookList(dynamo, environment.ratingsTable(), retries);
  }

  public Webhooks webhooks() {
    return new DynamoWebhooks(
        dynamo, environment.ratingsTable(), environment.vaultTable(), retries);
  }

  /** Bots' clients without their secrets. */
  public BotClients botClients() {
    return new DynamoBotClients(
        dynamo, environment.ratingsTable(), environment.vaultTable(), retries);
  }

  public Credentials credentials() {
    return new DynamoCredentials(
        dynamo, environment.ratingsTable(), environment.vaultTable(), retries);
  }

  /** Signatures with the vault's keys of one purpose. */
  public Signatures signatures(String purpose) {
    return new VaultSignatures(
        new VaultKeys(dynamo, environment.vaultTable(), purpose, clock, retries));
  }
}
