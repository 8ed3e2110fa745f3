package ratings.local.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.local.topics.LocalSns.eventually;
import static ratings.local.topics.LocalSns.number;
import static ratings.local.topics.LocalSns.text;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratings.local.account.Account;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

class DeliveryTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static LocalSns local;

  @BeforeAll
  static void start() throws IOException {
    local = LocalSns.start(folder.resolve("outbox"));
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void aQueueGetsTheEnvelopeWithSubjectAndAttributes() throws Exception {
    String topic = local.topic("Enveloped");
    var queue = local.subscribed(topic, Map.of());

    String messageId =
        local
            .sns()
            .publish(
                publish ->
                    publish
                        .topicArn(topic)
                        .subject("Low rating")
                        .message("{\"score\":1} & <ü>")
                        .messageAttributes(Map.of("score", number("1"))))
            .messageId();

    var envelope = JSON.readTree(local.receive(queue).body());
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
    String topic = local.topic("Raw");
    var queue = local.subscribed(topic, Map.of("RawMessageDelivery", "true"));

    local
        .sns()
        .publish(
            publish ->
                publish
                    .topicArn(topic)
                    .message("bare")
                    .messageAttributes(Map.of("line", text("support"))));

    var message = local.receive(queue);
    assertThat(message.body()).isEqualTo("bare");
    assertThat(message.messageAttributes().get("line").stringValue()).isEqualTo("support");
  }

  @Test
  void aFilterPolicyDecidesByAttributesOrByTheBody() throws Exception {
    String topic = local.topic("Filtered");
    var byAttributes =
        local.subscribed(
            topic,
            Map.of(
                "RawMessageDelivery",
                "true",
                "FilterPolicy",
                "{\"recipients\":[\"m2\"],\"score\":[{\"numeric\":[\"<=\",2]}],"
                    + "\"team\":[{\"anything-but\":[\"north\"]}]}"));
    var byBody =
        local.subscribed(
            topic,
            Map.of(
                "RawMessageDelivery", "true",
                "FilterPolicyScope", "MessageBody",
                "FilterPolicy", "{\"customer\":{\"id\":[{\"prefix\":\"u\"}]}}"));

    local.publish(topic, "{\"customer\":{\"id\":\"x1\"}}", attributes("1", "north"));
    local.publish(topic, "not json", attributes("3", "south"));
    local.publish(topic, "{\"customer\":{\"id\":\"u1\"}}", attributes("1", "south"));

    assertThat(local.receive(byAttributes).body()).contains("u1");
    assertThat(local.receive(byBody).body()).contains("u1");
    for (var queue : List.of(byAttributes, byBody)) {
      assertThat(
              local
                  .queues()
                  .client()
                  .receiveMessage(receive -> receive.queueUrl(queue.url()))
                  .messages())
          .isEmpty();
    }
  }

  @Test
  void aFunctionGetsTheEventThatLambdaReads() throws Exception {
    String topic = local.topic("ToFunction");
    String arn = Account.local().arn("lambda", "function:AlertFunction:live");
    local.sns().subscribe(subscribe -> subscribe.topicArn(topic).protocol("lambda").endpoint(arn));

    local.publish(topic, "hello", Map.of("line", text("support")));

    eventually(() -> !local.function().events().isEmpty());
    var record = local.function().lastAs(SNSEvent.class).getRecords().getFirst();
    assertThat(record.getEventSource()).isEqualTo("aws:sns");
    assertThat(record.getEventSubscriptionArn()).startsWith(topic + ":");
    assertThat(record.getSNS().getMessage()).isEqualTo("hello");
    assertThat(record.getSNS().getTopicArn()).isEqualTo(topic);
    assertThat(record.getSNS().getMessageAttributes().get("line").getValue()).isEqualTo("support");
    assertThat(record.getSNS().getTimestamp()).isNotNull();
  }

  @Test
  void aMailAddressGetsNothingBeforeItConfirmed() throws Exception {
    String topic = local.topic("ToMail");
    String answered =
        local
            .sns()
            .subscribe(
                subscribe ->
                    subscribe.topicArn(topic).protocol("email").endpoint("ada@example.com"))
            .subscriptionArn();
    assertThat(answered).isEqualTo("pending confirmation");
    assertThat(
            local
                .sns()
                .listSubscriptionsByTopic(list -> list.topicArn(topic))
                .subscriptions()
                .getFirst()
                .subscriptionArn())
        .isEqualTo("PendingConfirmation");
    eventually(() -> local.outbox().mails().size() == 1);
    local.publish(topic, "too early", Map.of());

    var link = URI.create(local.outbox().mails().getFirst().confirmLink().orElseThrow());
    try (var http = HttpClient.newHttpClient()) {
      http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
    }
    local
        .sns()
        .publish(
            publish -> publish.topicArn(topic).subject("Low rating").message("one of five stars"));

    eventually(() -> local.outbox().mails().size() == 2);
    var mail = local.outbox().mails().getLast();
    assertThat(mail.to()).isEqualTo("ada@example.com");
    assertThat(mail.subject()).isEqualTo("Low rating");
    assertThat(mail.text()).startsWith("one of five stars");
    assertThat(Files.readString(folder.resolve("outbox/00002.eml")))
        .contains("To: ada@example.com", "one of five stars");
    assertThat(
            local
                .sns()
                .getTopicAttributes(get -> get.topicArn(topic))
                .attributes()
                .get("SubscriptionsConfirmed"))
        .isEqualTo("1");
  }

  @Test
  void aWebEndpointConfirmsByItsTokenAndGetsTheEnvelope() throws Exception {
    String topic = local.topic("ToWeb");
    try (var webhook = new Webhook()) {
      String arn =
          local
              .sns()
              .subscribe(
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

      local
          .sns()
          .confirmSubscription(
              confirm -> confirm.topicArn(topic).token(confirmation.path("Token").textValue()));
      assertThat(
              local
                  .sns()
                  .getSubscriptionAttributes(get -> get.subscriptionArn(arn))
                  .attributes()
                  .get("PendingConfirmation"))
          .isEqualTo("false");
      local.publish(topic, "now", Map.of());

      eventually(() -> webhook.bodies().size() == 2);
      assertThat(JSON.readTree(webhook.bodies().getLast()).path("Message").textValue())
          .isEqualTo("now");
      assertThat(webhook.types()).containsExactly("SubscriptionConfirmation", "Notification");
    }
  }

  private static Map<String, MessageAttributeValue> attributes(String score, String team) {
    var recipients =
        MessageAttributeValue.builder()
            .dataType("String.Array")
            .stringValue("[\"m1\",\"m2\"]")
            .build();
    return Map.of("score", number(score), "team", text(team), "recipients", recipients);
  }
}
