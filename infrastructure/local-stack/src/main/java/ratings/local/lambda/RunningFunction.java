package ratings.local.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * A function and its processes: none before its first call, more while calls overlap, at most
 * {@link #MOST}; further calls wait.
 */
final class RunningFunction implements AutoCloseable {
  static final int MOST = 4;

  private final Launch launch;
  private final FunctionLog log;
  private final Semaphore permits = new Semaphore(MOST, true);
  private final ConcurrentLinkedDeque<ExecutionEnvironment> idle = new ConcurrentLinkedDeque<>();
  private final List<ExecutionEnvironment> all = new ArrayList<>();
  private boolean closed;

  RunningFunction(Launch launch, FunctionLog log) {
    this.launch = launch;
    this.log = log;
  }

  Outcome invoke(byte[] event) throws InterruptedException {
    permits.acquire();
    try {
      var environment = usable();
      var outcome = environment.invoke(event);
      release(environment);
      if (outcome instanceof Outcome.Failed failed) {
        log.print(failed.type() + ": " + failed.message());
      }
      return outcome;
    } finally {
      permits.release();
    }
  }

  synchronized int processes() {
    return (int) all.stream().filter(ExecutionEnvironment::isUsable).count();
  }

  @Override
  public synchronized void close() {
    closed = true;
    all.forEach(ExecutionEnvironment::close);
    all.clear();
  }

  private ExecutionEnvironment usable() {
    for (var found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
      if (found.isUsable()) {
        return found;
      }
      forget(found);
    }
    return started();
  }

  private void release(ExecutionEnvironment environment) {
    if (environment.isUsable()) {
      idle.addFirst(environment);
    } else {
      forget(environment);
    }
  }

  private synchronized ExecutionEnvironment started() {
    if (closed) {
      throw new IllegalStateException(launch.function().id() + " is stopped");
    }
    var environment = ExecutionEnvironment.start(launch, log);
    all.add(environment);
    return environment;
  }

  private synchronized void forget(ExecutionEnvironment environment) {
    environment.close();
    all.remove(environment);
  }
}
