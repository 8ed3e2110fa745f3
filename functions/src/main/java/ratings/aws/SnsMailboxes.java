package ratings.aws;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ratings.domain.notification.Mailbox;
import ratings.domain.notification.Mailboxes;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.SubscriptionLimitExceededException;

/**
 * Mailboxes as subscribers of a topic of SNS, each of which gets what is directed to it and nothing
 * else. SNS lets a role be granted to subscribe to one topic, but to unsubscribe only from all
 * there are: so nobody is unsubscribed here, and whoever is a recipient no more gets no mail.
 */
public final class SnsMailboxes implements Mailboxes {
  /** What a message says, and a subscriber's filter asks for, of whom it is directed to. */
  static final String DIRECTED_TO = "recipients";

  private final SnsClient sns;
  private final String topic;
  private final Retries retries;

  public SnsMailboxes(SnsClient sns, String topic, Retries retries) {
    this.sns = sns;
    this.topic = topic;
    this.retries = retries;
  }

  /** The filter hangs on the address alone: SNS has an address in a topic but once. */
  @Override
  public Asked ask(Mailbox mailbox) {
    var filter = "{\"" + DIRECTED_TO + "\":[\"" + mailbox.key() + "\"]}";
    try {
      retries.call(
          () ->
              sns.subscribe(
                  it ->
                      it.topicArn(topic)
                          .protocol("email")
                          .endpoint(mailbox.address())
                          .attributes(Map.of("FilterPolicy", filter))));
      return Asked.ASKED;
    } catch (FilterPolicyLimitExceededException | SubscriptionLimitExceededException full) {
      return Asked.FULL;
    } catch (InvalidParameterException refused) {
      Trouble.log("subscribe", refused);
      return Asked.REFUSED;
    }
  }

  /** In place of an ARN, SNS lists that somebody has not confirmed yet. */
  @Override
  public Set<String> agreed() {
    var agreed = new HashSet<String>();
    var request = ListSubscriptionsByTopicRequest.builder().topicArn(topic);
    ListSubscriptionsByTopicResponse page;
    do {
      page = retries.call(() -> sns.listSubscriptionsByTopic(request.build()));
      page.subscriptions().stream()
          .filter(it -> it.subscriptionArn().startsWith("arn:"))
          .forEach(it -> agreed.add(new Mailbox(it.endpoint()).key()));
      request.nextToken(page.nextToken());
    } while (page.nextToken() != null);
    return agreed;
  }
}
