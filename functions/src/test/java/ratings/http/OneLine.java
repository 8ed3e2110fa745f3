package ratings.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A context whose log must be one line, of the route and figures and nothing that was sent. */
final class OneLine implements Context, LambdaLogger {
  private final List<String> lines = new ArrayList<>();

  void check(String route) {
    assertThat(lines)
        .singleElement()
        .asString()
        .matches(
            "\\{\"route\":\"\\Q%s\\E\",\"status\":\\d+,\"ms\":\\d+,\"request\":\"request-1\"}\n"
                .replace("%s", route));
  }

  @Override
  public void log(String message) {
    throw new AssertionError("Lambda wraps text in JSON of its own: " + message);
  }

  @Override
  public void log(byte[] message) {
    lines.add(new String(message, StandardCharsets.UTF_8));
  }

  @Override
  public LambdaLogger getLogger() {
    return this;
  }

  @Override
  public String getAwsRequestId() {
    return "invocation-1";
  }

  @Override
  public String getLogGroupName() {
    return "";
  }

  @Override
  public String getLogStreamName() {
    return "";
  }

  @Override
  public String getFunctionName() {
    return "";
  }

  @Override
  public String getFunctionVersion() {
    return "";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "";
  }

  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return 1000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }
}
