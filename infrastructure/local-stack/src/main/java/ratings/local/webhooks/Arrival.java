package ratings.local.webhooks;

import java.time.Instant;

/**
 * A message that arrived.
 *
 * @param box where, of several that one receiver may be
 * @param id by which its sender knows it; empty without one
 * @param repeated whether one of the same id was taken before in the same box
 * @param status that it was answered
 */
public record Arrival(
    Instant at,
    String box,
    String id,
    Verdict verdict,
    boolean repeated,
    int status,
    String body) {}
