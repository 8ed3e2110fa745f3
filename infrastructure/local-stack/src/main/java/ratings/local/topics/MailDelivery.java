package ratings.local.topics;

import java.time.InstantSource;
import java.util.Optional;

/** Puts mails into the outbox. */
record MailDelivery(Outbox outbox, Envelope envelope, InstantSource clock) implements Delivery {

  @Override
  public void deliver(Subscription subscription, Publication publication) {
    var message = publication.message();
    String text =
        subscription.protocol() == Protocol.EMAIL_JSON
            ? envelope.notification(subscription, publication).toPrettyString()
            : message.text() + "\n\n--\nUnsubscribe: " + envelope.unsubscribeLink(subscription);
    outbox.add(
        new Mail(
            clock.instant(),
            subscription.endpoint(),
            message.subject().orElse("AWS Notification Message"),
            text,
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public void askToConfirm(Subscription subscription) {
    String link = envelope.confirmLink(subscription);
    outbox.add(
        new Mail(
            clock.instant(),
            subscription.endpoint(),
            "AWS Notification - Subscription Confirmation",
            "Confirm the subscription to " + subscription.topicArn() + ":\n" + link,
            Optional.empty(),
            Optional.of(link)));
  }
}
