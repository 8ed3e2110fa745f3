package ratings.functions.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratings.domain.rating.Deadlines.Swept;

class EnforceWindowsFunctionTest {
  private final List<String> log = new ArrayList<>();

  @Test
  void itSaysWhatItDid() {
    var function = new EnforceWindowsFunction(_ -> new Swept(3, 2, 1));

    assertThat(function.handleRequest(new ScheduledEvent(), new Minute(log, 50_000)))
        .isEqualTo(Map.of("closed", 3, "moved", 2, "left", 1));
    assertThat(log).containsExactly("{\"closed\":3,\"moved\":2,\"left\":1}\n");
  }

  @Test
  void itBeginsNoPageThatItMayNotEnd() {
    var function =
        new EnforceWindowsFunction(mayGoOn -> new Swept(mayGoOn.getAsBoolean() ? 1 : 0, 0, 0));

    assertThat(function.handleRequest(new ScheduledEvent(), new Minute(log, 10_000)))
        .containsEntry("closed", 0);
    assertThat(function.handleRequest(new ScheduledEvent(), new Minute(log, 10_001)))
        .containsEntry("closed", 1);
  }

  /** A run of the function that has some time left. */
  private record Minute(List<String> log, int millisLeft) implements Context {
    @Override
    public int getRemainingTimeInMillis() {
      return millisLeft;
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {
          log.add(message);
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
      return "EnforceWindowsFunction";
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
      throw new UnsupportedOperationException("nobody calls a schedule");
    }

    @Override
    public ClientContext getClientContext() {
      throw new UnsupportedOperationException("nobody calls a schedule");
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1024;
    }
  }
}
