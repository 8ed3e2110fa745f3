package ratings.integration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need the running stack; skipped, with one line, where LocalStack cannot be had. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AgainstTheStack.Condition.class)
@interface AgainstTheStack {

  /** Skips without touching the test class, which would start the stack. */
  final class Condition implements ExecutionCondition {
    private static final String REASON = "SKIPPED: no Docker engine answers, so no LocalStack";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (!LocalStack.isMissing()) {
        return ConditionEvaluationResult.enabled("the stack can run");
      }
      if (!SAID.getAndSet(true)) {
        System.out.println(REASON);
      }
      return ConditionEvaluationResult.disabled(REASON);
    }
  }
}
