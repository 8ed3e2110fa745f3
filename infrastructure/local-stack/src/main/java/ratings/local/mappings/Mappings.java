package ratings.local.mappings;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ratings.local.account.Account;
import ratings.local.queues.Queues;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** All mappings of a stack, each on a thread of its own until this is closed. */
public final class Mappings implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final Account account;
  private final Queues queues;
  private final Invoker invoker;
  private final Invoker onStreams;
  private final Destinations destinations;
  private final Report report;
  private final DynamoDbStreamsClient streams;
  private final InstantSource clock = InstantSource.system();
  private final Pause pause = Pause.real();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /**
   * @param dynamoDb where DynamoDB Local listens
   * @param invoker runs the functions that queues feed
   * @param onStreams runs those that streams feed
   */
  public Mappings(
      Account account,
      URI dynamoDb,
      Queues queues,
      Invoker invoker,
      Invoker onStreams,
      Destinations destinations,
      Report report) {
    this.account = account;
    this.queues = queues;
    this.invoker = invoker;
    this.onStreams = onStreams;
    this.destinations = destinations;
    this.report = report;
    this.streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(dynamoDb)
            .region(account.sdkRegion())
            .credentialsProvider(account.credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** From its return on, what is written to the table reaches the function. */
  public void start(StreamMapping mapping) {
    var batches =
        new StreamBatches(mapping, account, onStreams, destinations::deliver, clock, pause, report);
    var shards = new Shards(streams, mapping.streamArn(), mapping.start());
    run(
        mapping.function() + " <- stream",
        new StreamPoller(mapping, account.region(), shards, batches, clock));
  }

  public void start(QueueMapping mapping) {
    String url = queues.url(mapping.queueArn());
    for (int i = 0; i < mapping.concurrency(); i++) {
      run(
          mapping.function() + " <- queue " + i,
          new QueuePoller(mapping, account.region(), queues.client(), url, invoker, clock, report));
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (var thread : threads) {
        thread.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    streams.close();
  }

  private void run(String name, Poller poller) {
    threads.add(Thread.ofVirtual().name(name).start(() -> keepPolling(name, poller)));
  }

  private void keepPolling(String name, Poller poller) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        pollOnce(poller, name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pollOnce(Poller poller, String name) throws InterruptedException {
    try {
      if (!poller.poll()) {
        pause.last(IDLE);
      }
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException(e.getMessage());
      }
      report.line(name + ": " + e.getMessage());
      pause.last(AFTER_AN_ERROR);
    }
  }
}
