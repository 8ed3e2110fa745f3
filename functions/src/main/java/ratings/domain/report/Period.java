package ratings.domain.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import ratings.domain.rating.list.TimeRange;

/** Days from one to another, both included, in the workspace's zone. */
public record Period(LocalDate from, LocalDate to) {
  /** As many days as a report may be about: three years. */
  public static final int MOST_DAYS = 1096;

  public Period {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("a period that ends before it begins");
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** As many days, just before these. */
  public Period previous() {
    return new Period(from.minusDays(days()), from.minusDays(1));
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public Stream<LocalDate> eachDay() {
    return from.datesUntil(to.plusDays(1));
  }

  /** From the first instant of these days to the last, to the millisecond. */
  public TimeRange in(ZoneId zone) {
    return new TimeRange(
        from.atStartOfDay(zone).toInstant(),
        to.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
  }
}
