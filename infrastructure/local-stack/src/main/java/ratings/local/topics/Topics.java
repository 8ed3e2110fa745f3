package ratings.local.topics;

import java.time.InstantSource;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import ratings.local.account.Account;
import ratings.local.mappings.Report;

/** The topics and their subscribers. What is published is delivered later, by the executor. */
public final class Topics {
  /** So many publications are remembered for people to look at. */
  private static final int REMEMBERED = 1000;

  private static final int MOST_FILTERS = 200;

  private final Account account;
  private final Map<Protocol, Delivery> deliveries;
  private final InstantSource clock;
  private final Executor executor;
  private final Report report;
  private final Map<String, String> names = new ConcurrentSkipListMap<>();
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final List<Consumer<Publication>> listeners = new CopyOnWriteArrayList<>();
  private final Deque<Publication> latest = new ConcurrentLinkedDeque<>();

  Topics(
      Account account,
      Map<Protocol, Delivery> deliveries,
      InstantSource clock,
      Executor executor,
      Report report) {
    this.account = account;
    this.deliveries = new EnumMap<>(deliveries);
    this.clock = clock;
    this.executor = executor;
    this.report = report;
  }

  /** Creates a topic and returns its ARN. */
  public String create(String name) {
    String arn = account.arn("sns", name);
    names.put(arn, name);
    return arn;
  }

  /** Publishes and returns the message's id. */
  public UUID publish(String topicArn, Message message) {
    requireTopic(topicArn);
    var publication = new Publication(UUID.randomUUID(), topicArn, clock.instant(), message);
    listeners.forEach(listener -> listener.accept(publication));
    remember(publication);
    subscribers(topicArn).stream()
        .filter(Subscription::confirmed)
        .filter(subscription -> subscription.settings().passes(message))
        .forEach(subscription -> later(() -> deliver(subscription, publication)));
    return publication.messageId();
  }

  /** Tells of whatever is published on any topic, before anybody else learns of it. */
  public void listen(Consumer<Publication> listener) {
    listeners.add(listener);
  }

  /** What was published last, oldest first. */
  public List<Publication> latest() {
    return List.copyOf(latest);
  }

  private synchronized void remember(Publication publication) {
    latest.addLast(publication);
    if (latest.size() > REMEMBERED) {
      latest.removeFirst();
    }
  }

  /**
   * Subscribes; who is subscribed already stays so, and who has not confirmed yet is asked again.
   */
  public synchronized Subscription subscribe(
      String topicArn, Protocol protocol, String endpoint, SubscriptionSettings settings) {
    requireTopic(topicArn);
    protocol.requireReachable(endpoint);
    var subscription =
        subscribers(topicArn).stream()
            .filter(other -> other.protocol() == protocol && other.endpoint().equals(endpoint))
            .findFirst()
            .orElseGet(() -> added(topicArn, protocol, endpoint, settings));
    if (!subscription.settings().equals(settings)) {
      throw SnsError.invalid("Subscription already exists with different attributes");
    }
    if (!subscription.confirmed()) {
      later(() -> deliveries.get(protocol).askToConfirm(subscription));
    }
    return subscription;
  }

  /** Confirms with the token that the subscriber was sent. */
  public Subscription confirm(String topicArn, String token) {
    requireTopic(topicArn);
    var subscription =
        subscribers(topicArn).stream()
            .filter(pending -> pending.token().equals(token))
            .findFirst()
            .orElseThrow(() -> SnsError.invalid("Token"));
    return change(subscription.arn(), subscription.confirm());
  }

  /** Does nothing if there is no such subscription, as SNS. */
  public void unsubscribe(String subscriptionArn) {
    subscriptions.remove(subscriptionArn);
  }

  Subscription set(String subscriptionArn, String attribute, String value) {
    var subscription = subscription(subscriptionArn);
    return change(
        subscriptionArn, subscription.with(subscription.settings().with(attribute, value)));
  }

  Subscription subscription(String subscriptionArn) {
    return Optional.ofNullable(subscriptions.get(subscriptionArn))
        .orElseThrow(() -> SnsError.notFound("Subscription"));
  }

  /** A topic's subscribers, whether they confirmed or not, in the order of their ARNs. */
  public List<Subscription> subscribers(String topicArn) {
    return subscriptions.values().stream()
        .filter(subscription -> subscription.topicArn().equals(topicArn))
        .sorted((one, other) -> one.arn().compareTo(other.arn()))
        .toList();
  }

  /** The ARNs of all topics. */
  public List<String> arns() {
    return List.copyOf(names.keySet());
  }

  void requireTopic(String topicArn) {
    if (!names.containsKey(topicArn)) {
      throw SnsError.notFound("Topic");
    }
  }

  private Subscription added(
      String topicArn, Protocol protocol, String endpoint, SubscriptionSettings settings) {
    requireRoom(topicArn, settings);
    String arn = topicArn + ":" + UUID.randomUUID();
    String token = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    return change(
        arn,
        new Subscription(
            arn, topicArn, protocol, endpoint, token, protocol.isConfirmedAtOnce(), settings));
  }

  private void requireRoom(String topicArn, SubscriptionSettings settings) {
    long filters = subscribers(topicArn).stream().filter(it -> it.settings().isFilter()).count();
    if (settings.isFilter() && filters >= MOST_FILTERS) {
      throw new SnsError(
          "FilterPolicyLimitExceeded", 403, "The topic has as many filter policies as it may.");
    }
  }

  private Subscription change(String arn, Subscription subscription) {
    subscriptions.put(arn, subscription);
    return subscription;
  }

  private void deliver(Subscription subscription, Publication publication)
      throws DeliveryFailed, InterruptedException {
    try {
      deliveries.get(subscription.protocol()).deliver(subscription, publication);
    } catch (DeliveryFailed e) {
      var queue = subscription.settings().deadLetterQueue();
      if (queue.isEmpty()) {
        throw e;
      }
      deliveries.get(Protocol.SQS).deliver(deadLetter(subscription, queue.get()), publication);
    }
  }

  private static Subscription deadLetter(Subscription failed, String queueArn) {
    return new Subscription(
        failed.arn(),
        failed.topicArn(),
        Protocol.SQS,
        queueArn,
        failed.token(),
        true,
        SubscriptionSettings.none());
  }

  private void later(Work work) {
    executor.execute(
        () -> {
          try {
            work.run();
          } catch (DeliveryFailed | RuntimeException e) {
            report.line("SNS: a delivery failed for good: " + e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Something for the executor. */
  private interface Work {
    void run() throws DeliveryFailed, InterruptedException;
  }
}
