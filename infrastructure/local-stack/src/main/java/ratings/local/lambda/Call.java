package ratings.local.lambda;

import java.time.Duration;
import java.time.Instant;

/**
 * A function's invocation that is over.
 *
 * @param status the HTTP status that it answered, {@code ok} where there is none, or the error's
 *     type
 * @param failed whether the function threw, took too long or died
 */
public record Call(Instant at, String function, String status, boolean failed, Duration took) {}
