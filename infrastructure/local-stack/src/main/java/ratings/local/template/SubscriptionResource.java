package ratings.local.template;

import java.util.Optional;

/**
 * A subscription to a topic, declared by itself or within the topic.
 *
 * @param topicId logical id of the topic
 * @param filterPolicy as JSON
 * @param filterPolicyScope {@code MessageAttributes} or {@code MessageBody}
 */
public record SubscriptionResource(
    String id,
    String topicId,
    String protocol,
    String endpoint,
    boolean raw,
    Optional<String> filterPolicy,
    String filterPolicyScope) {}
