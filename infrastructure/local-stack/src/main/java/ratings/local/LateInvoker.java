package ratings.local;

import java.util.concurrent.CompletableFuture;
import ratings.local.lambda.Functions;
import ratings.local.lambda.Outcome;
import ratings.local.mappings.InvocationFailed;
import ratings.local.mappings.Invoker;

/**
 * Calls functions for topics, queues, streams and schedules. It exists before the functions do,
 * whose environment names the topics' address; a call that early waits.
 */
final class LateInvoker implements Invoker {
  private final CompletableFuture<Functions> functions = new CompletableFuture<>();

  void open(Functions ready) {
    functions.complete(ready);
  }

  @Override
  public byte[] invoke(String function, byte[] event) throws InvocationFailed {
    try {
      return switch (functions.join().invoke(function, event)) {
        case Outcome.Answered(byte[] payload) -> payload;
        case Outcome.Failed failed -> throw new InvocationFailed(failed.message());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvocationFailed(function + " was interrupted");
    }
  }
}
