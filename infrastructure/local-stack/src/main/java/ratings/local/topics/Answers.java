package ratings.local.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SNS tells of topics and subscriptions, as it stands in its answers. */
final class Answers {
  private Answers() {}

  static Xml member(Subscription subscription, String accountId) {
    return Xml.of(
        "member",
        Xml.of("TopicArn", subscription.topicArn()),
        Xml.of("Protocol", subscription.protocol().wire()),
        Xml.of(
            "SubscriptionArn",
            subscription.confirmed() ? subscription.arn() : "PendingConfirmation"),
        Xml.of("Owner", accountId),
        Xml.of("Endpoint", subscription.endpoint()));
  }

  static List<Xml> topicAttributes(String arn, List<Subscription> subscribers, String accountId) {
    long confirmed = subscribers.stream().filter(Subscription::confirmed).count();
    return attributes(
        Map.of(
            "TopicArn",
            arn,
            "Owner",
            accountId,
            "DisplayName",
            "",
            "SubscriptionsConfirmed",
            Long.toString(confirmed),
            "SubscriptionsPending",
            Long.toString(subscribers.size() - confirmed),
            "SubscriptionsDeleted",
            "0"));
  }

  static List<Xml> subscriptionAttributes(Subscription subscription, String accountId) {
    var attributes = new LinkedHashMap<String, String>(subscription.settings().attributes());
    attributes.putIfAbsent("RawMessageDelivery", "false");
    attributes.put("SubscriptionArn", subscription.arn());
    attributes.put("TopicArn", subscription.topicArn());
    attributes.put("Owner", accountId);
    attributes.put("Protocol", subscription.protocol().wire());
    attributes.put("Endpoint", subscription.endpoint());
    attributes.put("PendingConfirmation", Boolean.toString(!subscription.confirmed()));
    attributes.put("ConfirmationWasAuthenticated", "true");
    return attributes(attributes);
  }

  private static List<Xml> attributes(Map<String, String> attributes) {
    return List.of(
        new Xml.Parent(
            "Attributes",
            attributes.entrySet().stream()
                .map(
                    entry ->
                        Xml.of(
                            "entry",
                            Xml.of("key", entry.getKey()),
                            Xml.of("value", entry.getValue())))
                .toList()));
  }
}
