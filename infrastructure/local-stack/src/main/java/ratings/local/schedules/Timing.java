package ratings.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a schedule runs. */
public sealed interface Timing permits Timing.Rate, Cron {

  /** The first run after this moment, empty if there is none any more. */
  Optional<Instant> next(Instant after);

  /** Every so often, counted from the schedule's beginning. */
  record Rate(Duration every) implements Timing {
    private static final Pattern SYNTAX =
        Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)(s?)\\)");

    @Override
    public Optional<Instant> next(Instant after) {
      return Optional.of(after.plus(every));
    }

    private static Rate parse(String expression) {
      var matcher = SYNTAX.matcher(expression);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(expression + " is no rate, as rate(5 minutes)");
      }
      int value = Integer.parseInt(matcher.group(1));
      if (value < 1 || matcher.group(3).isEmpty() != (value == 1)) {
        throw new IllegalArgumentException(
            expression + ": EventBridge wants 1 with the singular, more with the plural");
      }
      return new Rate(
          switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(value);
            case "hour" -> Duration.ofHours(value);
            default -> Duration.ofDays(value);
          });
    }
  }

  /**
   * Reads {@code rate(...)} or {@code cron(...)}.
   *
   * @param zone of a cron expression; UTC for rules
   * @throws IllegalArgumentException for anything else
   */
  static Timing parse(String expression, ZoneId zone) {
    return expression.startsWith("cron(") ? Cron.parse(expression, zone) : Rate.parse(expression);
  }
}
