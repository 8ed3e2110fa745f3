package ratings.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import ratings.integration.AgainstTheStack;

/** Tests that need a browser; skipped, with one line, where the build found none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AgainstTheStack
@ExtendWith(InChromium.Condition.class)
@interface InChromium {

  /** Skips without touching the test class, which would start browser and stack. */
  final class Condition implements ExecutionCondition {
    private static final String REASON = "browser tests skipped: no Chromium at /usr/bin/chromium";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (!Chromium.isMissing()) {
        return ConditionEvaluationResult.enabled("there is a Chromium");
      }
      if (!SAID.getAndSet(true)) {
        System.out.println(REASON);
      }
      return ConditionEvaluationResult.disabled(REASON);
    }
  }
}
