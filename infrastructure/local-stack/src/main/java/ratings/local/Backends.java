package ratings.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import ratings.local.account.Account;
import ratings.local.dynamodb.DynamoDbLocal;
import ratings.local.queues.Queues;
import ratings.local.storage.Buckets;
import ratings.local.storage.CreatedTable;
import ratings.local.storage.Tables;
import ratings.local.template.Template;

/** What stands in for DynamoDB, S3 and SQS, started side by side. */
final class Backends implements AutoCloseable {
  private final Closing closing = new Closing();
  private final Map<String, CreatedTable> created = new LinkedHashMap<>();
  private final DynamoDbLocal dynamoDb;
  private final Tables tables;
  private final Buckets buckets;
  private final Queues queues;

  Backends(Account account) {
    var database = inBackground(DynamoDbLocal::start);
    var objects = inBackground(() -> Buckets.start(account, 0));
    var messages = inBackground(() -> Queues.start(account, 0));
    try {
      this.dynamoDb = closing.add(database.join());
      this.buckets = closing.add(objects.join());
      this.queues = closing.add(messages.join());
      this.tables = closing.add(new Tables(dynamoDb.endpoint(), account));
    } catch (CompletionException e) {
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
  }

  /** The stream's ARN of a table that has one. */
  String streamArn(String tableId) {
    return created.get(tableId).streamArn().orElseThrow();
  }

  URI dynamoDb() {
    return dynamoDb.endpoint();
  }

  Queues queues() {
    return queues;
  }

  Buckets buckets() {
    return buckets;
  }

  /** Variables that point the SDK of a function here. */
  Map<String, String> endpoints() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString(),
        "AWS_ENDPOINT_URL_S3", buckets.endpoint().toString(),
        "AWS_ENDPOINT_URL_SQS", queues.endpoint().toString());
  }

  @Override
  public void close() {
    closing.close();
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, task -> Thread.ofPlatform().daemon().start(task));
  }
}
