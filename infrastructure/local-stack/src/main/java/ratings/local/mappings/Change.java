package ratings.local.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One record of a stream, ready for an event.
 *
 * @param createdAt when the item changed, to the second
 */
record Change(String sequenceNumber, Instant createdAt, ObjectNode json) {}
