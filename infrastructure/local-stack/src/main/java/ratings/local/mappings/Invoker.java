package ratings.local.mappings;

/** Runs a function of the stack; what Lambda's Invoke is to a mapping. */
@FunctionalInterface
public interface Invoker {

  /**
   * Runs the function with this event and waits for its end.
   *
   * @param function the logical id
   * @param event UTF-8 JSON
   * @return UTF-8 JSON, what the function returned
   * @throws InvocationFailed if the function threw, timed out or died
   */
  byte[] invoke(String function, byte[] event) throws InvocationFailed;
}
