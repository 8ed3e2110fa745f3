package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.local.template.QueueResource.Redrive;

/** Reads buckets, queues, topics and subscriptions. */
final class MessagingReader {
  private MessagingReader() {}

  static BucketResource bucket(String id, Properties properties, LocalNames names) {
    properties.ignore(
        "AWS::S3::Bucket",
        "BucketEncryption",
        "CorsConfiguration",
        "LifecycleConfiguration",
        "OwnershipControls",
        "PublicAccessBlockConfiguration",
        "Tags",
        "VersioningConfiguration");
    properties.end();
    return new BucketResource(id, names.reference(id, "AWS::S3::Bucket"));
  }

  static QueueResource queue(String id, Properties properties, LocalNames names) {
    var queue =
        new QueueResource(
            id,
            names.attribute(id, "AWS::SQS::Queue", "Arn"),
            properties.number("DelaySeconds", 0),
            properties.number("VisibilityTimeout", 30),
            properties.number("MessageRetentionPeriod", 345_600),
            properties.number("ReceiveMessageWaitTimeSeconds", 0),
            properties.optionalSection("RedrivePolicy").map(MessagingReader::redrive));
    properties.ignore(
        "AWS::SQS::Queue",
        "KmsMasterKeyId",
        "MaximumMessageSize",
        "RedriveAllowPolicy",
        "SqsManagedSseEnabled",
        "Tags");
    properties.end();
    return queue;
  }

  static TopicResource topic(String id, Properties properties, LocalNames names) {
    properties.skip("DisplayName");
    properties.ignore("AWS::SNS::Topic", "KmsMasterKeyId", "Tags");
    properties.end();
    return new TopicResource(id, names.reference(id, "AWS::SNS::Topic"));
  }

  static List<SubscriptionResource> inlineSubscriptions(String topic, Properties properties) {
    var subscriptions = new ArrayList<SubscriptionResource>();
    for (var inline : properties.sections("Subscription")) {
      subscriptions.add(
          new SubscriptionResource(
              topic + "Subscription" + (subscriptions.size() + 1),
              topic,
              inline.text("Protocol"),
              inline.text("Endpoint"),
              Map.of()));
      inline.end();
    }
    return subscriptions;
  }

  static SubscriptionResource subscription(String id, Properties properties) {
    String topic = properties.text("TopicArn");
    var subscription =
        new SubscriptionResource(
            id,
            topic.substring(topic.lastIndexOf(':') + 1),
            properties.text("Protocol"),
            properties.text("Endpoint"),
            subscriptionAttributes(properties));
    properties.ignore("AWS::SNS::Subscription", "DeliveryPolicy", "Region");
    properties.end();
    return subscription;
  }

  /** What a subscription sets besides its endpoint, wherever it is declared. */
  static Map<String, String> subscriptionAttributes(Properties properties) {
    var attributes = new LinkedHashMap<String, String>();
    for (String name :
        List.of("FilterPolicy", "FilterPolicyScope", "RawMessageDelivery", "RedrivePolicy")) {
      properties.value(name).ifPresent(it -> attributes.put(name, EventReader.json(it)));
    }
    return attributes;
  }

  private static Redrive redrive(Properties policy) {
    String target = policy.text("deadLetterTargetArn");
    var redrive =
        new Redrive(
            target.substring(target.lastIndexOf(':') + 1), policy.number("maxReceiveCount", 10));
    policy.end();
    return redrive;
  }
}
