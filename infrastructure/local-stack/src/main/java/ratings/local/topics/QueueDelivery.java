package ratings.local.topics;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import ratings.local.queues.Queues;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Sends to queues of the stack: the envelope, or the bare message with its attributes. */
record QueueDelivery(Queues queues, Envelope envelope) implements Delivery {

  @Override
  public void deliver(Subscription subscription, Publication publication) throws DeliveryFailed {
    var message = publication.message();
    if (subscription.settings().isRaw()) {
      send(subscription.endpoint(), message.text(), attributes(message));
    } else {
      String text = envelope.notification(subscription, publication).toString();
      send(subscription.endpoint(), text, Map.of());
    }
  }

  @Override
  public void askToConfirm(Subscription subscription) {
    throw new IllegalStateException("queues need no confirmation: " + subscription.arn());
  }

  private void send(String arn, String body, Map<String, MessageAttributeValue> attributes)
      throws DeliveryFailed {
    try {
      String url = queues.url(arn);
      queues
          .client()
          .sendMessage(send -> send.queueUrl(url).messageBody(body).messageAttributes(attributes));
    } catch (SdkException e) {
      throw new DeliveryFailed(e.getMessage());
    }
  }

  private static Map<String, MessageAttributeValue> attributes(Message message) {
    return message.attributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, attribute -> value(attribute.getValue())));
  }

  private static MessageAttributeValue value(MessageAttribute attribute) {
    var value = MessageAttributeValue.builder().dataType(attribute.type());
    if (attribute.type().equals("Binary")) {
      byte[] bytes = Base64.getDecoder().decode(attribute.value());
      return value.binaryValue(SdkBytes.fromByteArray(bytes)).build();
    }
    return value.stringValue(attribute.value()).build();
  }
}
