package ratings.local.http;

import ratings.local.lambda.Outcome;

/** Runs a function, as Lambda's Invoke does. */
@FunctionalInterface
public interface FunctionCaller {
  /** Waits for the function's end. */
  Outcome invoke(String functionId, byte[] event) throws InterruptedException;
}
