package ratings.local.topics;

import java.time.Instant;
import java.util.UUID;

/** A message on its way to a topic's subscribers. */
public record Publication(UUID messageId, String topicArn, Instant at, Message message) {}
