package ratings.local.template;

import java.util.Map;

/**
 * A subscription to a topic, declared by itself or within the topic.
 *
 * @param topicId logical id of the topic
 * @param attributes those that the template sets, by SNS's names; policies as JSON
 */
public record SubscriptionResource(
    String id, String topicId, String protocol, String endpoint, Map<String, String> attributes) {
  public SubscriptionResource {
    attributes = Map.copyOf(attributes);
  }
}
