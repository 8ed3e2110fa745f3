package ratings.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import ratings.local.account.Account;
import ratings.local.mappings.AsynchronousInvoker;
import ratings.local.mappings.RecordingFunction;
import ratings.local.mappings.VirtualClock;
import ratings.local.queues.CreatedQueue;
import ratings.local.queues.Queue;
import ratings.local.queues.Queues;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** Our SNS with everything it delivers to, and the SDK's client in front of it. */
record LocalSns(
    Queues queues, Outbox outbox, RecordingFunction function, SnsEndpoint endpoint, SnsClient sns)
    implements AutoCloseable {

  static LocalSns start(Path outboxFolder) throws IOException {
    var account = Account.local();
    var queues = Queues.start(account, 0);
    var outbox = new Outbox(outboxFolder);
    var function = new RecordingFunction();
    var clock = new VirtualClock(Instant.parse("2026-11-21T12:00:00Z"));
    var functions = new AsynchronousInvoker(function, Runnable::run, clock, line -> {});
    var endpoint = SnsEndpoint.start(account, 0, queues, functions, outbox, line -> {});
    return new LocalSns(queues, outbox, function, endpoint, client(account, endpoint));
  }

  private static SnsClient client(Account account, SnsEndpoint endpoint) {
    return SnsClient.builder()
        .endpointOverride(endpoint.endpoint())
        .region(account.sdkRegion())
        .credentialsProvider(account.credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  String topic(String name) {
    return endpoint.topics().create(name);
  }

  /** A new queue that is subscribed with these attributes. */
  CreatedQueue subscribed(String topic, Map<String, String> attributes) {
    var queue = queues.create(Queue.named("q" + System.nanoTime()));
    sns.subscribe(
        subscribe ->
            subscribe.topicArn(topic).protocol("sqs").endpoint(queue.arn()).attributes(attributes));
    return queue;
  }

  void publish(String topic, String message, Map<String, MessageAttributeValue> attributes) {
    sns.publish(publish -> publish.topicArn(topic).message(message).messageAttributes(attributes));
  }

  Message receive(CreatedQueue queue) {
    return queues
        .client()
        .receiveMessage(
            receive ->
                receive.queueUrl(queue.url()).waitTimeSeconds(5).messageAttributeNames("All"))
        .messages()
        .getFirst();
  }

  static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  static MessageAttributeValue number(String value) {
    return MessageAttributeValue.builder().dataType("Number").stringValue(value).build();
  }

  /** Waits for what another thread does. */
  static void eventually(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    sns.close();
    endpoint.close();
    queues.close();
  }
}
