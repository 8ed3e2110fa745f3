package ratings.local.topics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import ratings.local.mappings.Pause;

/** Posts to web endpoints; what fails is tried three times more, twenty seconds apart. */
record WebDelivery(HttpClient http, Envelope envelope, InstantSource clock, Pause pause)
    implements Delivery {
  private static final int RETRIES = 3;
  private static final Duration BETWEEN = Duration.ofSeconds(20);
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  @Override
  public void deliver(Subscription subscription, Publication publication)
      throws DeliveryFailed, InterruptedException {
    boolean raw = subscription.settings().isRaw();
    String body =
        raw
            ? publication.message().text()
            : envelope.notification(subscription, publication).toString();
    var request =
        request(subscription, "Notification", publication.messageId().toString(), body)
            .header("x-amz-sns-subscription-arn", subscription.arn());
    if (raw) {
      request.header("x-amz-sns-rawdelivery", "true");
    }
    post(request.build());
  }

  @Override
  public void askToConfirm(Subscription subscription) throws DeliveryFailed, InterruptedException {
    var body = envelope.confirmation(subscription, clock.instant());
    String messageId = body.path("MessageId").textValue();
    post(request(subscription, "SubscriptionConfirmation", messageId, body.toString()).build());
  }

  private static HttpRequest.Builder request(
      Subscription subscription, String type, String messageId, String body) {
    return HttpRequest.newBuilder(URI.create(subscription.endpoint()))
        .timeout(TIMEOUT)
        .header("content-type", "text/plain; charset=UTF-8")
        .header("user-agent", "Amazon Simple Notification Service Agent")
        .header("x-amz-sns-message-type", type)
        .header("x-amz-sns-message-id", messageId)
        .header("x-amz-sns-topic-arn", subscription.topicArn())
        .POST(BodyPublishers.ofString(body));
  }

  private void post(HttpRequest request) throws DeliveryFailed, InterruptedException {
    String why = attempt(request);
    for (int retry = 0; retry < RETRIES && !why.isEmpty(); retry++) {
      pause.last(BETWEEN);
      why = attempt(request);
    }
    if (!why.isEmpty()) {
      throw new DeliveryFailed(why);
    }
  }

  /** Says what was wrong and worth another attempt, or nothing. */
  private String attempt(HttpRequest request) throws DeliveryFailed, InterruptedException {
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status < 300) {
        return "";
      }
      if (status < 500 && status != 429) {
        throw new DeliveryFailed("status " + status);
      }
      return "status " + status;
    } catch (IOException e) {
      return "no connection";
    }
  }
}
