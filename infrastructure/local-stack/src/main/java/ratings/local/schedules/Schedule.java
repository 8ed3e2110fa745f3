package ratings.local.schedules;

import java.util.Optional;

/**
 * A function that runs by the clock.
 *
 * @param name of the rule or schedule, as its ARN shows it
 * @param function the logical id
 * @param input what the function gets instead of the usual event
 * @param enabled a disabled one runs on request only
 */
public record Schedule(
    String name,
    String function,
    Kind kind,
    Timing timing,
    Optional<String> input,
    boolean enabled) {

  /** Which service runs it; their events differ. */
  public enum Kind {
    /** SAM's {@code Schedule}: a rule of EventBridge. */
    RULE,
    /** SAM's {@code ScheduleV2}: EventBridge Scheduler. */
    SCHEDULER
  }
}
