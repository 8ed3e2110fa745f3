package ratings.domain.export;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What is done in the background fails in the foreground. */
final class Background {
  private Background() {}

  /** The result, or nothing where it does not come in that time; it may come later. */
  static <T> Optional<T> result(CompletableFuture<T> future, Duration patience) {
    return result(
        future
            .thenApply(Optional::of)
            .completeOnTimeout(Optional.empty(), patience.toNanos(), TimeUnit.NANOSECONDS));
  }

  static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw failed;
      }
    }
  }
}
