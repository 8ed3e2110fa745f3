package ratings.functions;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run of a function.
 *
 * @param log that it writes
 * @param millisLeft until it is ended
 */
public record Run(List<String> log, int millisLeft) implements Context {
  @Override
  public int getRemainingTimeInMillis() {
    return millisLeft;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        throw new AssertionError("Lambda wraps text in JSON of its own: " + message);
      }

      @Override
      public void log(byte[] message) {
        log.add(new String(message, StandardCharsets.UTF_8));
      }
    };
  }

  @Override
  public String getAwsRequestId() {
    return "request-1";
  }

  @Override
  public String getLogGroupName() {
    return "group";
  }

  @Override
  public String getLogStreamName() {
    return "stream";
  }

  @Override
  public String getFunctionName() {
    return "function";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn";
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("nobody calls it by an app");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("nobody calls it by an app");
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }
}
