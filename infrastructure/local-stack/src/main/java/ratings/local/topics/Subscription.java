package ratings.local.topics;

/**
 * Somebody who gets, or will get, a topic's messages.
 *
 * @param token what confirms it
 */
public record Subscription(
    String arn,
    String topicArn,
    Protocol protocol,
    String endpoint,
    String token,
    boolean confirmed,
    SubscriptionSettings settings) {

  Subscription confirm() {
    return new Subscription(arn, topicArn, protocol, endpoint, token, true, settings);
  }

  Subscription with(SubscriptionSettings changed) {
    return new Subscription(arn, topicArn, protocol, endpoint, token, confirmed, changed);
  }
}
