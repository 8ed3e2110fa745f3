package ratings.local.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ratings.local.account.Account;
import ratings.local.template.FunctionResource;

/** All functions of a stack, by logical id. */
public final class Functions implements AutoCloseable {
  private final Map<String, RunningFunction> byId = new LinkedHashMap<>();
  private final CallLog calls = new CallLog();
  private final Thread endWithUs = new Thread(this::stop, "end functions");

  /**
   * Nothing runs yet; a function's first call starts it.
   *
   * @param endpoints variables that point the SDK at this machine
   * @param lines receives what functions print
   */
  public Functions(
      Collection<FunctionResource> functions,
      CodeSource code,
      Account account,
      Map<String, String> endpoints,
      Consumer<String> lines) {
    for (var function : functions) {
      var launch = new Launch(function, code.of(function), account, endpoints);
      byId.put(function.id(), new RunningFunction(launch, new FunctionLog(function.id(), lines)));
    }
    Runtime.getRuntime().addShutdownHook(endWithUs);
  }

  /** Logical ids. */
  public Set<String> ids() {
    return Set.copyOf(byId.keySet());
  }

  /**
   * Runs a function and waits for its end.
   *
   * @throws IllegalArgumentException if there is no such function
   */
  public Outcome invoke(String id, byte[] event) throws InterruptedException {
    var function = byId.get(id);
    if (function == null) {
      throw new IllegalArgumentException("there is no function " + id);
    }
    var at = Instant.now();
    long start = System.nanoTime();
    var outcome = function.invoke(event);
    calls.add(at, id, outcome, Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }

  /** What was called so far. */
  public CallLog calls() {
    return calls;
  }

  /** How many processes a function has just now. */
  public int processes(String id) {
    return byId.get(id).processes();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(endWithUs);
    stop();
  }

  private void stop() {
    byId.values().forEach(RunningFunction::close);
  }
}
