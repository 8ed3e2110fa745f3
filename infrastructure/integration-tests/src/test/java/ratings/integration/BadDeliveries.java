package ratings.integration;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import ratings.local.mappings.InvocationFailed;
import ratings.local.mappings.Invoker;

/**
 * Hands every batch of a stream to its function twice, and fails at one in ten of these deliveries:
 * at every other before the function, at the rest behind it, whose work is done and whose answer is
 * lost.
 */
final class BadDeliveries {
  private static final int FATES = 20;

  private final Random random;
  private final AtomicInteger doubled = new AtomicInteger();
  private final AtomicInteger unreached = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();

  BadDeliveries(long seed) {
    this.random = new Random(seed);
  }

  Invoker to(Invoker functions) {
    return (function, event) -> {
      deliver(functions, function, event);
      var answer = deliver(functions, function, event);
      doubled.incrementAndGet();
      return answer;
    };
  }

  /** Batches of which both deliveries were answered. */
  int doubled() {
    return doubled.get();
  }

  /** Deliveries that failed before the function ran. */
  int unreached() {
    return unreached.get();
  }

  /** Deliveries that failed once the function had done its work. */
  int unanswered() {
    return unanswered.get();
  }

  private byte[] deliver(Invoker functions, String function, byte[] event) throws InvocationFailed {
    int fate = random.nextInt(FATES);
    if (fate == 0) {
      unreached.incrementAndGet();
      throw new InvocationFailed("the function was not reached");
    }
    var answer = functions.invoke(function, event);
    if (fate == 1) {
      unanswered.incrementAndGet();
      throw new InvocationFailed("the function's answer was lost");
    }
    return answer;
  }
}
