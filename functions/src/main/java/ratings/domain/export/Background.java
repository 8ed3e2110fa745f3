package ratings.domain.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is done in the background fails in the foreground. */
final class Background {
  private Background() {}

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
