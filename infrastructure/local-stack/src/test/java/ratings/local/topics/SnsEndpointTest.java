package ratings.local.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratings.local.account.Account;
import ratings.local.mappings.AsynchronousInvoker;
import ratings.local.mappings.RecordingFunction;
import ratings.local.mappings.VirtualClock;
import ratings.local.queues.CreatedQueue;
import ratings.local.queues.Queue;
import ratings.local.queues.Queues;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;

class SnsEndpointTest {
  private static final Account ACCOUNT = Account.local();
  private static final JsonMapper JSON = new JsonMapper();
  private static final RecordingFunction FUNCTION = new RecordingFunction();

  @TempDir private static Path folder;
  private static Queues queues;
  private static Outbox outbox;
  private static SnsEndpoint endpoint;
  private static SnsClient sns;

  @BeforeAll
  static void start() throws IOException {
    queues = Queues.start(ACCOUNT, 0);
    outbox = new Outbox(folder.resolve("outbox"));
    var clock = new VirtualClock(Instant.parse("2026-11-21T12:00:00Z"));
    var functions = new AsynchronousInvoker(FUNCTION, Runnable::run, clock, line -> {});
    endpoint = SnsEndpoint.start(ACCOUNT, 0, queues, functions, outbox, line -> {});
    sns =
        SnsClient.builder()
            .endpointOverride(endpoint.endpoint())
            .region(ACCOUNT.sdkRegion())
            .credentialsProvider(ACCOUNT.credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
  }

  @AfterAll
  static void stop() {
    sns.close();
    endpoint.close();
    queues.close();
  }

  @Test
  void aQueueGetsTheEnvelopeWithSubjectAndAttributes() throws Exception {
    String topic = endpoint.topics().create("Enveloped");
    var queue = subscribed(topic, Map.of());

    String messageId =
        sns.publish(
                publish ->
                    publish
                        .topicArn(topic)
                        .subject("Low rating")
                        .message("{\"score\":1} & <ü>")
                        .messageAttributes(Map.of("score", number("1"))))
            .messageId();

    var envelope = JSON.readTree(receive(queue).body());
    assertThat(envelope.path("Type").textValue()).isEqualTo("Notification");
    assertThat(envelope.path("MessageId").textValue()).isEqualTo(messageId);
    assertThat(envelope.path("TopicArn").textValue()).isEqualTo(topic);
    assertThat(envelope.path("Subject").textValue()).isEqualTo("Low rating");
    assertThat(envelope.path("Message").textValue()).isEqualTo("{\"score\":1} & <ü>");
    assertThat(envelope.at("/MessageAttributes/score/Type").textValue()).isEqualTo("Number");
    assertThat(envelope.at("/MessageAttributes/score/Value").textValue()).isEqualTo("1");
  }

  @Test
  void rawDeliveryIsTheBareMessageWithItsAttributes() throws Exception {
    String topic = endpoint.topics().create("Raw");
    var queue = subscribed(topic, Map.of("RawMessageDelivery", "true"));

    sns.publish(
        publish ->
            publish
                .topicArn(topic)
                .message("bare")
                .messageAttributes(Map.of("line", text("support"))));

    var message = receive(queue);
    assertThat(message.body()).isEqualTo("bare");
    assertThat(message.messageAttributes().get("line").stringValue()).isEqualTo("support");
  }

  @Test
  void aFilterPolicyDecidesByAttributesOrByTheBody() throws Exception {
    String topic = endpoint.topics().create("Filtered");
    var byAttributes =
        subscribed(
            topic,
            Map.of(
                "RawMessageDelivery",
                "true",
                "FilterPolicy",
                "{\"recipients\":[\"m2\"],\"score\":[{\"numeric\":[\"<=\",2]}],"
                    + "\"team\":[{\"anything-but\":[\"north\"]}]}"));
    var byBody =
        subscribed(
            topic,
            Map.of(
                "RawMessageDelivery", "true",
                "FilterPolicyScope", "MessageBody",
                "FilterPolicy", "{\"customer\":{\"id\":[{\"prefix\":\"u\"}]}}"));

    publish(topic, "{\"customer\":{\"id\":\"x1\"}}", attributes("1", "north"));
    publish(topic, "not json", attributes("3", "south"));
    publish(topic, "{\"customer\":{\"id\":\"u1\"}}", attributes("1", "south"));

    assertThat(receive(byAttributes).body()).contains("u1");
    assertThat(receive(byBody).body()).contains("u1");
    for (var queue : List.of(byAttributes, byBody)) {
      assertThat(
              queues.client().receiveMessage(receive -> receive.queueUrl(queue.url())).messages())
          .isEmpty();
    }
  }

  @Test
  void aFunctionGetsTheEventThatLambdaReads() throws Exception {
    String topic = endpoint.topics().create("ToFunction");
    String arn = ACCOUNT.arn("lambda", "function:AlertFunction:live");
    sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("lambda").endpoint(arn));

    publish(topic, "hello", Map.of("line", text("support")));

    eventually(() -> !FUNCTION.events().isEmpty());
    var record = FUNCTION.lastAs(SNSEvent.class).getRecords().getFirst();
    assertThat(record.getEventSource()).isEqualTo("aws:sns");
    assertThat(record.getEventSubscriptionArn()).startsWith(topic + ":");
    assertThat(record.getSNS().getMessage()).isEqualTo("hello");
    assertThat(record.getSNS().getTopicArn()).isEqualTo(topic);
    assertThat(record.getSNS().getMessageAttributes().get("line").getValue()).isEqualTo("support");
    assertThat(record.getSNS().getTimestamp()).isNotNull();
  }

  @Test
  void aMailAddressGetsNothingBeforeItConfirmed() throws Exception {
    String topic = endpoint.topics().create("ToMail");
    String answered =
        sns.subscribe(
                subscribe ->
                    subscribe.topicArn(topic).protocol("email").endpoint("ada@example.com"))
            .subscriptionArn();
    assertThat(answered).isEqualTo("pending confirmation");
    assertThat(
            sns.listSubscriptionsByTopic(list -> list.topicArn(topic))
                .subscriptions()
                .getFirst()
                .subscriptionArn())
        .isEqualTo("PendingConfirmation");
    eventually(() -> outbox.mails().size() == 1);
    publish(topic, "too early", Map.of());

    var link = URI.create(outbox.mails().getFirst().confirmLink().orElseThrow());
    try (var http = HttpClient.newHttpClient()) {
      http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
    }
    sns.publish(
        publish -> publish.topicArn(topic).subject("Low rating").message("one of five stars"));

    eventually(() -> outbox.mails().size() == 2);
    var mail = outbox.mails().getLast();
    assertThat(mail.to()).isEqualTo("ada@example.com");
    assertThat(mail.subject()).isEqualTo("Low rating");
    assertThat(mail.text()).startsWith("one of five stars");
    assertThat(Files.readString(folder.resolve("outbox/00002.eml")))
        .contains("To: ada@example.com", "one of five stars");
    assertThat(
            sns.getTopicAttributes(get -> get.topicArn(topic))
                .attributes()
                .get("SubscriptionsConfirmed"))
        .isEqualTo("1");
  }

  @Test
  void aWebEndpointConfirmsByItsTokenAndGetsTheEnvelope() throws Exception {
    String topic = endpoint.topics().create("ToWeb");
    try (var webhook = new Webhook()) {
      String arn =
          sns.subscribe(
                  subscribe ->
                      subscribe
                          .topicArn(topic)
                          .protocol("http")
                          .endpoint(webhook.uri().toString())
                          .returnSubscriptionArn(true))
              .subscriptionArn();
      eventually(() -> webhook.bodies().size() == 1);
      JsonNode confirmation = JSON.readTree(webhook.bodies().getFirst());
      assertThat(confirmation.path("Type").textValue()).isEqualTo("SubscriptionConfirmation");

      sns.confirmSubscription(
          confirm -> confirm.topicArn(topic).token(confirmation.path("Token").textValue()));
      assertThat(
              sns.getSubscriptionAttributes(get -> get.subscriptionArn(arn))
                  .attributes()
                  .get("PendingConfirmation"))
          .isEqualTo("false");
      publish(topic, "now", Map.of());

      eventually(() -> webhook.bodies().size() == 2);
      assertThat(JSON.readTree(webhook.bodies().getLast()).path("Message").textValue())
          .isEqualTo("now");
      assertThat(webhook.types()).containsExactly("SubscriptionConfirmation", "Notification");
    }
  }

  @Test
  void aBatchAnswersForEachEntry() {
    String topic = endpoint.topics().create("Batch");
    var good = PublishBatchRequestEntry.builder().id("good").message("a").build();
    var bad =
        PublishBatchRequestEntry.builder()
            .id("bad")
            .message("b")
            .messageAttributes(Map.of("score", number("one")))
            .build();

    var answer =
        sns.publishBatch(publish -> publish.topicArn(topic).publishBatchRequestEntries(good, bad));

    assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("good");
    assertThat(answer.failed())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.id()).isEqualTo("bad");
              assertThat(failed.senderFault()).isTrue();
              assertThat(failed.code()).isEqualTo("InvalidParameter");
            });
    var eleven =
        IntStream.range(0, 11).mapToObj(i -> good.toBuilder().id("e" + i).build()).toList();
    assertThatThrownBy(
            () ->
                sns.publishBatch(
                    publish -> publish.topicArn(topic).publishBatchRequestEntries(eleven)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
  }

  @Test
  void refusalsArriveAsTheSdksExceptions() {
    String topic = endpoint.topics().create("Refusing");
    assertThatThrownBy(() -> publish(topic + "x", "m", Map.of()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> publish(topic, "x".repeat(256 * 1024 + 1), Map.of()))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> subscribed(topic, Map.of("FilterPolicy", "{\"a\":[{\"b\":1}]}")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () ->
                sns.subscribe(
                    subscribe -> subscribe.topicArn(topic).protocol("https").endpoint("here")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> sns.listPhoneNumbersOptedOut())
        .isInstanceOf(SnsException.class)
        .hasMessageContaining("ListPhoneNumbersOptedOut");
  }

  @Test
  void whileItIsDownNothingIsTakenAndAfterwardsEverythingIs() {
    String topic = endpoint.topics().create("Down");
    endpoint.goDown(Duration.ofMinutes(1));
    assertThatThrownBy(() -> publish(topic, "lost", Map.of()))
        .isInstanceOfSatisfying(
            SnsException.class, down -> assertThat(down.statusCode()).isEqualTo(503));
    endpoint.comeBack();
    publish(topic, "taken", Map.of());
  }

  @Test
  void anUnsubscribedQueueGetsNoMore() {
    String topic = endpoint.topics().create("Left");
    subscribed(topic, Map.of());
    String arn =
        sns.listSubscriptionsByTopic(list -> list.topicArn(topic))
            .subscriptions()
            .getFirst()
            .subscriptionArn();

    sns.setSubscriptionAttributes(
        set -> set.subscriptionArn(arn).attributeName("RawMessageDelivery").attributeValue("true"));
    assertThat(sns.getSubscriptionAttributes(get -> get.subscriptionArn(arn)).attributes())
        .containsEntry("RawMessageDelivery", "true");
    sns.unsubscribe(unsubscribe -> unsubscribe.subscriptionArn(arn));

    assertThat(sns.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions())
        .isEmpty();
  }

  private static CreatedQueue subscribed(String topic, Map<String, String> attributes) {
    var queue = queues.create(Queue.named("q" + System.nanoTime()));
    sns.subscribe(
        subscribe ->
            subscribe.topicArn(topic).protocol("sqs").endpoint(queue.arn()).attributes(attributes));
    return queue;
  }

  private static void publish(
      String topic, String message, Map<String, MessageAttributeValue> attributes) {
    sns.publish(publish -> publish.topicArn(topic).message(message).messageAttributes(attributes));
  }

  private static Message receive(CreatedQueue queue) {
    return queues
        .client()
        .receiveMessage(
            receive ->
                receive.queueUrl(queue.url()).waitTimeSeconds(5).messageAttributeNames("All"))
        .messages()
        .getFirst();
  }

  private static Map<String, MessageAttributeValue> attributes(String score, String team) {
    var recipients =
        MessageAttributeValue.builder()
            .dataType("String.Array")
            .stringValue("[\"m1\",\"m2\"]")
            .build();
    return Map.of("score", number(score), "team", text(team), "recipients", recipients);
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static MessageAttributeValue number(String value) {
    return MessageAttributeValue.builder().dataType("Number").stringValue(value).build();
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
