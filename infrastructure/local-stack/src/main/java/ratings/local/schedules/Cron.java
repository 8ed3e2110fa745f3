package ratings.local.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A cron expression of EventBridge: minutes, hours, day of month, month, day of week, year.
 *
 * @param days decides on whole days
 */
record Cron(NavigableSet<Integer> minutes, NavigableSet<Integer> hours, CronDays days, ZoneId zone)
    implements Timing {

  Cron {
    minutes = new TreeSet<>(minutes);
    hours = new TreeSet<>(hours);
  }

  static Cron parse(String expression, ZoneId zone) {
    if (!expression.startsWith("cron(") || !expression.endsWith(")")) {
      throw new IllegalArgumentException(expression + " is no cron(...)");
    }
    var fields = List.of(expression.substring(5, expression.length() - 1).strip().split("\\s+"));
    if (fields.size() != 6) {
      throw new IllegalArgumentException(expression + ": six fields expected");
    }
    try {
      return new Cron(
          CronField.MINUTES.values(fields.get(0)),
          CronField.HOURS.values(fields.get(1)),
          CronDays.parse(fields.get(2), fields.get(3), fields.get(4), fields.get(5)),
          zone);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(expression + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<Instant> next(Instant after) {
    var day = after.atZone(zone).toLocalDate();
    for (var next = days.from(day); next.isPresent(); next = days.from(next.get().plusDays(1))) {
      var run = firstAfter(after, next.get());
      if (run.isPresent()) {
        return run;
      }
    }
    return Optional.empty();
  }

  /** A time that the clocks skip that day does not run. */
  private Optional<Instant> firstAfter(Instant after, LocalDate day) {
    for (int hour : hours) {
      for (int minute : minutes) {
        var local = day.atTime(hour, minute);
        var run = ZonedDateTime.of(local, zone);
        if (run.toLocalDateTime().equals(local) && run.toInstant().isAfter(after)) {
          return Optional.of(run.toInstant());
        }
      }
    }
    return Optional.empty();
  }
}
