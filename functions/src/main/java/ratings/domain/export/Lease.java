package ratings.domain.export;

import java.time.Instant;

/**
 * The right of one run to work on an export. It is over, whatever became of the run, once its time
 * is.
 *
 * @param holder names the run, and no other
 */
public record Lease(String holder, Instant until) {}
