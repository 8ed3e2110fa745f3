package ratings.integration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that need the running stack; skipped, with one line, where LocalStack cannot be had. Where
 * one fails, what the functions printed meanwhile is shown.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({AgainstTheStack.Condition.class, AgainstTheStack.Witness.class})
public @interface AgainstTheStack {

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

  /** Keeps what functions print during a test, for the case that it fails. */
  final class Witness implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    @Override
    public void beforeTestExecution(ExtensionContext context) {
      RunningStack.printed();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
      if (context.getExecutionException().isPresent()) {
        RunningStack.printed().forEach(System.out::println);
      }
    }
  }
}
