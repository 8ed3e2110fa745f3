package ratings.local;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import ratings.local.account.Account;
import ratings.local.dynamodb.DynamoDbLocal;
import ratings.local.mappings.AsynchronousInvoker;
import ratings.local.queues.Queues;
import ratings.local.requests.Mailer;
import ratings.local.storage.Buckets;
import ratings.local.storage.CreatedTable;
import ratings.local.storage.Tables;
import ratings.local.template.Template;
import ratings.local.topics.Outbox;
import ratings.local.topics.SnsEndpoint;
import ratings.local.topics.Topics;

/** What stands in for DynamoDB, S3, SQS and SNS, started side by side. */
final class Backends implements AutoCloseable {
  private final Closing closing = new Closing();
  private final Map<String, CreatedTable> created = new LinkedHashMap<>();
  private final URI dynamoDb;
  private final Tables tables;
  private final Buckets buckets;
  private final Queues queues;
  private final Outbox outbox;
  private final SnsEndpoint sns;

  /**
   * Starts them, empty.
   *
   * @param functions calls the functions that subscribe to topics
   */
  Backends(Account account, Settings settings, AsynchronousInvoker functions) throws IOException {
    var database = inBackground(() -> settings.dynamoDb().orElseGet(this::dynamoDbLocal));
    var objects = inBackground(() -> Buckets.start(account, 0));
    var messages = inBackground(() -> Queues.start(account, 0));
    try {
      this.dynamoDb = database.join();
      this.buckets = closing.add(objects.join());
      this.queues = closing.add(messages.join());
      this.outbox = new Outbox(settings.outbox());
      this.sns =
          closing.add(
              SnsEndpoint.start(account, 0, queues, functions, outbox, settings.lines()::accept));
      sns.topics().listen(new Mailer(outbox)::take);
      this.tables = closing.add(new Tables(dynamoDb, account));
    } catch (IOException | CompletionException e) {
      close();
      throw e;
    }
  }

  /** Creates what the template declares. */
  void create(Template template) {
    template
        .tables()
        .forEach(table -> created.put(table.id(), tables.create(Translation.table(table))));
    template.buckets().forEach(bucket -> buckets.create(bucket.name()));
    Translation.queues(template.queues()).forEach(queues::create);
    template.topics().forEach(topic -> sns.topics().create(topic.id()));
  }

  /** The stream's ARN of a table that has one. */
  String streamArn(String tableId) {
    return created.get(tableId).streamArn().orElseThrow();
  }

  URI dynamoDb() {
    return dynamoDb;
  }

  Queues queues() {
    return queues;
  }

  SnsEndpoint sns() {
    return sns;
  }

  Topics topics() {
    return sns.topics();
  }

  /** Where mails end. */
  Outbox outbox() {
    return outbox;
  }

  Buckets buckets() {
    return buckets;
  }

  /** Variables that point the SDK of a function here, and let its webhooks reach this machine. */
  Map<String, String> endpoints() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
        "AWS_ENDPOINT_URL_S3", buckets.endpoint().toString(),
        "AWS_ENDPOINT_URL_SQS", queues.endpoint().toString(),
        "AWS_ENDPOINT_URL_SNS", sns.endpoint().toString(),
        "WEBHOOKS_REACH_LOOPBACK", "true");
  }

  @Override
  public void close() {
    closing.close();
  }

  private URI dynamoDbLocal() {
    return closing.add(DynamoDbLocal.start()).endpoint();
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, task -> Thread.ofPlatform().daemon().start(task));
  }
}
