package ratings.local.topics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/**
 * The JSON around a message, in the three shapes that SNS has.
 *
 * @param sns where our SNS listens, for the links in an envelope
 */
record Envelope(URI sns) {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String UNSIGNED =
      Base64.getEncoder().encodeToString("not signed".getBytes(StandardCharsets.UTF_8));

  /** For queues, web endpoints and mails with JSON. */
  ObjectNode notification(Subscription subscription, Publication publication) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Type", "Notification")
            .put("MessageId", publication.messageId().toString())
            .put("TopicArn", publication.topicArn());
    publication.message().subject().ifPresent(subject -> json.put("Subject", subject));
    json.put("Message", publication.message().text())
        .put("Timestamp", MILLISECONDS.format(publication.at()))
        .put("SignatureVersion", "1")
        .put("Signature", UNSIGNED)
        .put("SigningCertURL", certificate())
        .put("UnsubscribeURL", unsubscribeLink(subscription));
    if (!publication.message().attributes().isEmpty()) {
      json.set("MessageAttributes", attributes(publication.message()));
    }
    return json;
  }

  /** For functions: other names for two of the links, and always attributes. */
  ObjectNode functionEvent(Subscription subscription, Publication publication) {
    var event = JsonNodeFactory.instance.objectNode();
    var sns =
        event
            .putArray("Records")
            .addObject()
            .put("EventSource", "aws:sns")
            .put("EventVersion", "1.0")
            .put("EventSubscriptionArn", subscription.arn())
            .putObject("Sns")
            .put("Type", "Notification")
            .put("MessageId", publication.messageId().toString())
            .put("TopicArn", publication.topicArn())
            .put("Subject", publication.message().subject().orElse(null))
            .put("Message", publication.message().text())
            .put("Timestamp", MILLISECONDS.format(publication.at()))
            .put("SignatureVersion", "1")
            .put("Signature", UNSIGNED)
            .put("SigningCertUrl", certificate())
            .put("UnsubscribeUrl", unsubscribeLink(subscription));
    sns.set("MessageAttributes", attributes(publication.message()));
    return event;
  }

  /** For web endpoints that have not confirmed yet. */
  ObjectNode confirmation(Subscription subscription, Instant at) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Type", "SubscriptionConfirmation")
        .put("MessageId", UUID.randomUUID().toString())
        .put("Token", subscription.token())
        .put("TopicArn", subscription.topicArn())
        .put(
            "Message",
            "You have chosen to subscribe to the topic "
                + subscription.topicArn()
                + ".\n"
                + "To confirm the subscription, visit the SubscribeURL included in this message.")
        .put("SubscribeURL", confirmLink(subscription))
        .put("Timestamp", MILLISECONDS.format(at))
        .put("SignatureVersion", "1")
        .put("Signature", UNSIGNED)
        .put("SigningCertURL", certificate());
  }

  String confirmLink(Subscription subscription) {
    return sns
        + "/?Action=ConfirmSubscription&TopicArn="
        + encoded(subscription.topicArn())
        + "&Token="
        + encoded(subscription.token());
  }

  String unsubscribeLink(Subscription subscription) {
    return sns + "/?Action=Unsubscribe&SubscriptionArn=" + encoded(subscription.arn());
  }

  private String certificate() {
    return sns + "/SimpleNotificationService-unsigned.pem";
  }

  private static ObjectNode attributes(Message message) {
    var json = JsonNodeFactory.instance.objectNode();
    message
        .attributes()
        .forEach(
            (name, attribute) ->
                json.putObject(name).put("Type", attribute.type()).put("Value", attribute.value()));
    return json;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
