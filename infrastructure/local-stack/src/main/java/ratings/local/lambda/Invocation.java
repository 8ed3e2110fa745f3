package ratings.local.lambda;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function's process. */
record Invocation(String id, byte[] event, Instant deadline, CompletableFuture<Outcome> outcome) {
  static Invocation of(byte[] event, Instant deadline) {
    return new Invocation(UUID.randomUUID().toString(), event, deadline, new CompletableFuture<>());
  }
}
