package ratings.local.schedules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The days on which a cron expression runs. */
record CronDays(
    NavigableSet<Integer> years, NavigableSet<Integer> months, Predicate<LocalDate> rule) {

  CronDays {
    years = new TreeSet<>(years);
    months = new TreeSet<>(months);
  }

  static CronDays parse(String dayOfMonth, String month, String dayOfWeek, String year) {
    if (dayOfMonth.equals("?") == dayOfWeek.equals("?")) {
      throw new IllegalArgumentException("one of day of month and day of week must be ?");
    }
    return new CronDays(
        CronField.YEAR.values(year),
        CronField.MONTH.values(month),
        dayOfWeek.equals("?") ? inMonth(dayOfMonth) : inWeek(dayOfWeek));
  }

  /** The first such day, this one included. */
  Optional<LocalDate> from(LocalDate day) {
    var candidate = day;
    while (candidate.getYear() <= years.last()) {
      if (!years.contains(candidate.getYear())) {
        candidate = candidate.with(TemporalAdjusters.firstDayOfNextYear());
      } else if (!months.contains(candidate.getMonthValue())) {
        candidate = candidate.with(TemporalAdjusters.firstDayOfNextMonth());
      } else if (rule.test(candidate)) {
        return Optional.of(candidate);
      } else {
        candidate = candidate.plusDays(1);
      }
    }
    return Optional.empty();
  }

  private static Predicate<LocalDate> inMonth(String field) {
    if (field.equals("L")) {
      return day -> day.getDayOfMonth() == day.lengthOfMonth();
    }
    if (field.endsWith("W")) {
      int wanted = CronField.DAY_OF_MONTH.value(field.substring(0, field.length() - 1));
      return day -> day.getDayOfMonth() == nearestWeekday(day, wanted);
    }
    var days = CronField.DAY_OF_MONTH.values(field);
    return day -> days.contains(day.getDayOfMonth());
  }

  /** A weekend's day moves to Friday or Monday, but never into another month. */
  private static int nearestWeekday(LocalDate month, int wanted) {
    var day = month.withDayOfMonth(Math.min(wanted, month.lengthOfMonth()));
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.getDayOfMonth() == 1 ? 3 : day.getDayOfMonth() - 1;
      case SUNDAY ->
          day.getDayOfMonth() == day.lengthOfMonth()
              ? day.getDayOfMonth() - 2
              : day.getDayOfMonth() + 1;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day.getDayOfMonth();
    };
  }

  private static Predicate<LocalDate> inWeek(String field) {
    if (field.equals("L")) {
      return day -> day.getDayOfWeek() == DayOfWeek.SATURDAY;
    }
    if (field.endsWith("L")) {
      int wanted = CronField.DAY_OF_WEEK.value(field.substring(0, field.length() - 1));
      return day -> number(day) == wanted && day.getDayOfMonth() > day.lengthOfMonth() - 7;
    }
    int hash = field.indexOf('#');
    if (hash >= 0) {
      int wanted = CronField.DAY_OF_WEEK.value(field.substring(0, hash));
      int which = CronField.DAY_OF_WEEK.value(field.substring(hash + 1));
      return day -> number(day) == wanted && (day.getDayOfMonth() - 1) / 7 + 1 == which;
    }
    var days = CronField.DAY_OF_WEEK.values(field);
    return day -> days.contains(number(day));
  }

  /** Sunday is 1. */
  private static int number(LocalDate day) {
    return day.getDayOfWeek().getValue() % 7 + 1;
  }
}
